import fc from 'fast-check';
import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import type { Response } from '../../../src/domain/survey/bases.ts';
import type { Audience, Question } from '../../../src/domain/survey/events.ts';
import { isMissing, MISSING, microdataOf, variablesOf } from '../../../src/domain/survey/microdata.ts';
import { resultsOf } from '../../../src/domain/survey/results.ts';
import { ALL, closedSurvey, NETWORK, OTHER_NETWORK, question, yesNo } from './example-survey.ts';

fc.configureGlobal({ seed: 41, numRuns: 60 });

const QUESTIONS = [
  question('all', { audiences: ['CAREGIVER', 'CLIENT'] }),
  question('some', { kind: 'SINGLE_CHOICE', options: yesNo }),
  question('then', { audiences: ['CAREGIVER', 'CLIENT'], shownIf: { question: 'all', anyOf: ['1', '2'] } }),
  question('which', { kind: 'MULTIPLE_CHOICE', options: yesNo, audiences: ['CAREGIVER', 'CLIENT'] }),
  question('hours', { kind: 'NUMBER', audiences: ['CAREGIVER', 'CLIENT'] }),
  question('why', { kind: 'TEXT', audiences: ['CAREGIVER', 'CLIENT'] }),
];
const response = (
  audience: Audience,
  networkId: string,
  answers: Readonly<Record<string, readonly string[]>>,
): Response => ({
  audience,
  networkId,
  answers: Object.entries(answers).map(([code, values]) => ({ question: code, values })),
});
const dataOf = (responses: readonly Response[], questions: readonly Question[] = QUESTIONS) =>
  microdataOf(closedSurvey({ questions, responses }), responses);
const times = <Value>(many: number, value: Value): Value[] => Array.from({ length: many }, () => value);

t.test('a row a response, a column a question, an option of several by itself, a text none', async (t) => {
  t.strictSame(
    variablesOf(QUESTIONS).map(({ name }) => name),
    ['all', 'some', 'then', 'which:yes', 'which:no', 'hours'],
  );
  const answers = { all: ['1'], some: ['no'], then: ['5'], which: ['yes'], hours: ['3'], why: ['secret'] };
  t.strictSame(dataOf(times(3, response('CAREGIVER', NETWORK, answers))), {
    rows: times(3, { audience: 'CAREGIVER', networkId: NETWORK, values: ['1', 'no', '5', 1, 0, 3] }),
    leftOut: 0,
  });
});

t.test('each column has a name of its own, whatever codes there are', async (t) => {
  const options = [
    { value: 'b:c', label: 'B' },
    { value: 'd', label: 'D' },
  ];
  const questions = [
    question('audience'),
    question('network'),
    question('network_'),
    question('a', { kind: 'MULTIPLE_CHOICE', options }),
    question('a:b', {
      kind: 'MULTIPLE_CHOICE',
      options: options.map((one) => ({ ...one, value: one.value.slice(-1) })),
    }),
  ];
  t.strictSame(
    variablesOf(questions).map(({ name }) => name),
    ['audience_', 'network_', 'network__', 'a:b:c', 'a:d', 'a:b:c_', 'a:b:d'],
  );
});

t.test('what has no value says why', async (t) => {
  const { rows } = dataOf(times(3, response('CLIENT', NETWORK, { all: ['5'] })));
  const { NOT_PUT, SKIPPED, NO_ANSWER } = MISSING;
  t.strictSame(rows[0]?.values, ['5', NOT_PUT, SKIPPED, NO_ANSWER, NO_ANSWER, NO_ANSWER]);
});

t.test('rule 40: too few are left out, and no row tells whose of a few it is', async (t) => {
  const caregiver = response('CAREGIVER', NETWORK, { all: ['1'], some: ['no'] });
  t.strictSame(dataOf(times(2, caregiver)), { rows: [], leftOut: 2 });
  const { rows, leftOut } = dataOf([...times(4, caregiver), response('CLIENT', NETWORK, { all: ['1'] })]);
  t.equal(leftOut, 0);
  t.strictSame(
    rows.map(({ audience, networkId, values: [all, some] }) => [audience, networkId, all, some]),
    times(5, [null, NETWORK, '1', MISSING.HIDDEN]),
    'the one who was not asked stands among the others',
  );
  const numbers = ['7', '7', '7', '8', '9'].map((hours) => response('CAREGIVER', NETWORK, { hours: [hours] }));
  t.strictSame(
    dataOf(numbers).rows.map(({ values }) => values[5]),
    [7, 7, 7, MISSING.HIDDEN, MISSING.HIDDEN],
    'a number that enough wrote',
  );
});

t.test('rule 40: of all rows that are alike in what others know, there are the threshold; figures agree', (t) => {
  const person = fc.record({
    audience: fc.constantFrom<Audience>('CAREGIVER', 'CLIENT'),
    networkId: fc.constantFrom(NETWORK, OTHER_NETWORK, uuidOf('network', 3)),
    all: fc.constantFrom([], ['1'], ['2'], ['5']),
    then: fc.constantFrom([], ['1'], ['5']),
    some: fc.constantFrom([], ['yes'], ['no']),
    hours: fc.constantFrom([], ['1'], ['2'], ['30']),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 24 }), (people) => {
      const responses = people.map(({ audience, networkId, all, then, some, hours }) =>
        response(audience, networkId, {
          all,
          then: all[0] === '1' || all[0] === '2' ? then : [],
          some: audience === 'CAREGIVER' ? some : [],
          hours,
        }),
      );
      const networkIds = [NETWORK, OTHER_NETWORK, uuidOf('network', 3)];
      const survey = closedSurvey({ questions: QUESTIONS, responses, networkIds });
      const { rows } = microdataOf(survey, responses);
      const asked = (values: readonly (string | number)[]) => values.map((value) => value === MISSING.NOT_PUT).join();
      const alike = Map.groupBy(rows, (row) => `${row.audience} ${row.networkId} ${asked(row.values)}`);
      const hours = Map.groupBy(rows, (row) => `${row.audience} ${row.networkId} ${row.values[5]}`);
      const enough = [...alike.values()].every(({ length }) => length >= survey.threshold);
      const numbers = [...hours.values()].every(
        (those) => those.length >= survey.threshold || isMissing(those[0]?.values[5] ?? ''),
      );
      const [whole] = resultsOf(survey, [survey], [], ALL);
      const shown = rows.filter(({ values: [all = MISSING.HIDDEN] }) => !isMissing(all)).length;
      return enough && numbers && shown <= (whole?.answers[0]?.n ?? 0);
    }),
  );
  t.end();
});
