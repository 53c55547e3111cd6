import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import t, { type Test } from 'tap';
import { inputTypeOf } from '../../scripts/api-client.ts';
import { placeName } from '../../src/api/field-names.ts';
import { startNode } from '../support/http-node.ts';
import { marking } from '../support/marked-texts.ts';
import { momentAt } from '../support/small-network.ts';
import { contract } from '../support/standing.ts';
import { liveTrial } from '../support/trial.ts';

/** Well formed for GraphQL, so that the one value that is not is found. */
const SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'x',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-05-21T10:00:00+09:00',
  Date: '2026-05-31',
  Month: '2026-04',
  Yen: 1,
};
const example = (givenType: GraphQLInputType): unknown => {
  const type = getNullableType(givenType);
  if (isListType(type)) return [example(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name];
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, example(field.type)]));
};

interface Wrong {
  readonly input: unknown;
  readonly path: readonly string[];
}
/**
 * For each place of a type where a scalar of these names stands: an input that is wrong there
 * alone.
 */
const wrongInputs = (givenType: GraphQLInputType, bad: Readonly<Record<string, readonly string[]>>): Wrong[] => {
  const type = getNullableType(givenType);
  if (isListType(type))
    return wrongInputs(type.ofType, bad).map(({ input, path }) => ({ input: [input], path: ['0', ...path] }));
  if (!isInputObjectType(type)) return (bad[type.name] ?? []).map((input) => ({ input, path: [] }));
  return Object.values(type.getFields()).flatMap((field) =>
    wrongInputs(field.type, bad).map(({ input, path }) => ({
      input: { ...(example(type) as object), [field.name]: input },
      path: [field.name, ...path],
    })),
  );
};

/** What may stand nowhere in an answer; it looks like what graphql says of a value. */
const MARK = /金糸雀/;
const MARKED = '金糸雀 at "x"; 金糸雀; ';
interface Faulty {
  readonly input: unknown;
  /** Where something is wrong. */
  readonly places: readonly (readonly string[])[];
}
/** An input in which every scalar and enum is wrong. */
const wrongEverywhere = (givenType: GraphQLInputType, at: readonly string[]): Faulty => {
  const type = getNullableType(givenType);
  if (isListType(type)) {
    const { input, places } = wrongEverywhere(type.ofType, [...at, '0']);
    return { input: [input], places };
  }
  if (!isInputObjectType(type))
    return { input: type.name === 'String' || type.name === 'ID' ? [MARKED] : MARKED, places: [at] };
  const fields = Object.values(type.getFields()).map(
    ({ name, type }) => [name, wrongEverywhere(type, [...at, name])] as const,
  );
  const input = Object.fromEntries(fields.map(([name, part]) => [name, part.input]));
  return { input, places: fields.flatMap(([, { places }]) => places) };
};
/** An input, and each input within it, that holds nothing that is required. */
const missingEverywhere = (givenType: GraphQLInputType, at: readonly string[]): Faulty => {
  const type = getNullableType(givenType);
  if (isListType(type)) {
    const { input, places } = missingEverywhere(type.ofType, [...at, '0']);
    return { input: [input], places };
  }
  if (!isInputObjectType(type)) return { input: undefined, places: [] };
  const parts = Object.values(type.getFields()).map((field) => {
    const isInput = isInputObjectType(getNamedType(field.type));
    const within = isInput ? missingEverywhere(field.type, [...at, field.name]) : { input: undefined, places: [] };
    const isMissing = !isInput && isRequiredInputField(field);
    return { name: field.name, input: within.input, places: isMissing ? [[...at, field.name]] : within.places };
  });
  const input = Object.fromEntries(
    parts.flatMap((part) => (part.input === undefined ? [] : [[part.name, part.input]])),
  );
  return { input, places: parts.flatMap(({ places }) => places) };
};
/** An input as it is written in a query's text. */
const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${name}: ${literal(part)}`)
    .join(' ')} }`;
};
const mutations = (schema: GraphQLSchema) =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
    const type = args.find((argument) => argument.name === 'input')?.type;
    if (!type) throw new Error(`${name} takes no input`);
    return { name, type };
  });

t.test('input from outside', async (t) => {
  const node = await startNode(t);

  /** Code and path of the first error, where the wrong input of a mutation is sent. */
  const refused = async (as: string | null, { name, type }: { name: string; type: GraphQLInputType }, wrong: Wrong) => {
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
    const { errors } = await node.ask(query, { input: wrong.input }, { as });
    return `${name} ${errors[0]?.extensions.code} ${errors[0]?.extensions.path?.join('.')}`;
  };
  const expectRefused = async (
    t: Test,
    as: string | null,
    bad: Readonly<Record<string, readonly string[]>>,
    only?: string,
  ) => {
    const head = await node.app.store.head();
    const got: string[] = [];
    const due: string[] = [];
    for (const mutation of mutations(contract).filter(({ name }) => only === undefined || name === only))
      for (const wrong of wrongInputs(mutation.type, bad)) {
        got.push(await refused(as, mutation, wrong));
        due.push(`${mutation.name} BAD_USER_INPUT ${['input', ...wrong.path].join('.')}`);
      }
    t.ok(due.length > 0);
    t.strictSame(got, due);
    t.equal(await node.app.store.head(), head, 'nothing is stored');
  };

  await t.test('contract, Errors: what GraphQL refuses names the field and what is wrong, and no value', async (t) => {
    const faults: string[] = [];
    let seen = 0;
    for (const { name, type } of mutations(contract)) {
      for (const { input, places } of [wrongEverywhere(type, ['input']), missingEverywhere(type, ['input'])]) {
        const declared = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
        const written = `mutation { ${name}(input: ${literal(input)}) { userErrors { code } } }`;
        for (const [query, variables] of [
          [declared, { input }],
          [written, {}],
        ] as const) {
          const { errors } = await node.ask(query, variables, { as: 'admin' });
          const headers = { 'accept-language': 'en' };
          const english = await node.ask(query, variables, { as: 'admin', headers });
          const found = errors.map(({ extensions: { path = [] } }) => path.join('.')).sort();
          const due = places.map((place) => place.join('.')).sort();
          if (found.join() !== due.join()) faults.push(`${query}: ${found} instead of ${due}`);
          if (MARK.test(JSON.stringify([errors, english]))) faults.push(`${query}: tells the value`);
          seen += errors.length;
          for (const [n, { message, extensions }] of errors.entries()) {
            const place = placeName(extensions.path ?? []);
            const isSaid = message.startsWith(place === null ? '' : `${place}：`) && !/入力内容に誤り/.test(message);
            const isSaidInEnglish = english.errors[n]?.message.startsWith(`${extensions.path?.join('.')} `);
            if (extensions.code !== 'BAD_USER_INPUT' || !isSaid || !isSaidInEnglish)
              faults.push(`${query}: ${message}`);
          }
        }
      }
    }
    t.strictSame(faults, []);
    t.ok(seen > 500, `${seen} places`);
  });

  await t.test('rule 5: half a character in any text of any mutation names its field', async (t) => {
    await expectRefused(t, 'admin', { String: ['お元気でした😀'.slice(0, -1)], ID: ['\ude00'] });
  });

  await t.test('rule 5: an answer to a survey, which comes without a login, likewise', async (t) => {
    await expectRefused(t, null, { String: ['𠮷'.slice(0, 1)], ID: ['𠮷'.slice(1)] }, 'answerSurvey');
  });

  await t.test('rule 41: nothing that cannot be seen, in any text of any mutation', async (t) => {
    const unseen = ['山田\u0000', '\u202e郎太', '山\u200b田'];
    await expectRefused(t, 'admin', { String: unseen });
    await expectRefused(t, null, { String: unseen }, 'answerSurvey');
  });

  await t.test('rule 6: days and instants whose years have not four digits compare with nothing', async (t) => {
    await expectRefused(t, 'admin', {
      DateTime: [
        '9999-12-31T23:59:59-09:00',
        '9999-12-31T20:00:00Z',
        '0000-01-01T00:00:00+09:00',
        '0001-01-01T00:00:00+09:00',
      ],
      Date: ['0000-12-31', '10000-01-01', '+010000-01-01'],
      Month: ['0000-12', '10000-01'],
    });
  });

  await t.test('rule 6: likewise what is asked for as known earlier, and the simulated clock', async (t) => {
    const knownAt = await node.ask(
      `query ($id: ID!, $at: DateTime) {
        network(id: $id) { visitLedger(month: "2026-10", knownAt: $at) { totalCount } }
      }`,
      { id: '00000000-0000-4000-8000-000000000000', at: '9999-12-31T23:59:59-09:00' },
      { as: 'admin' },
    );
    t.strictSame(
      knownAt.errors.map(({ extensions: { code, path } }) => ({ code, path })),
      [{ code: 'BAD_USER_INPUT', path: ['at'] }],
    );
    for (const at of ['9999-12-31T23:59:59-09:00', '0000-01-01T00:00:00+09:00']) {
      const { errors } = await node.ask('{ viewer { subject } }', {}, { as: 'admin', at });
      t.strictSame(
        errors.map(({ extensions: { code, path } }) => ({ code, path })),
        [{ code: 'BAD_USER_INPUT', path: ['x-simulated-now'] }],
      );
    }
  });

  await t.test('rule 46: clients are found whatever the width, case and kana of their codes and names', async (t) => {
    const begin = momentAt(node, '2026-10-01T09:00:00+09:00');
    const networkId = await begin.network('文字', '千代田区');
    const office = await begin.office('文字');
    await begin.join(networkId, office, 'PARTNER');
    const codes = ['C-001', 'Ｃ－００２', '﨑-1', '𠮷-1', '￮-1', '😀-1'];
    for (const [n, code] of codes.entries()) {
      const personal = { name: `秘密　太郎${n}`, nameKana: `ﾋﾐﾂ ﾀﾛｳ${n}`, address: '千代田区' };
      await begin.client(networkId, office, { code, area: '千代田区', personal }, '同意書');
    }
    const clients = async (search: string | null, first = 100, after: string | null = null) =>
      (
        await node.ask(
          `query ($n: ID!, $search: String, $first: Int, $after: Cursor) {
            clients(networkId: $n, search: $search, first: $first, after: $after) {
              totalCount edges { node { code } } pageInfo { hasNextPage endCursor }
            }
          }`,
          { n: networkId, search, first, after },
          { as: office.subject },
        )
      ).data.clients;
    const found = async (search: string): Promise<string[]> =>
      (await clients(search)).edges.map(({ node: { code } }: { node: { code: string } }) => code);

    const foundBy: readonly (readonly [string, readonly string[]])[] = [
      ['c-002', ['C-002']],
      ['ｃ-0', ['C-001', 'C-002']],
      ['秘密 太郎3', ['𠮷-1']],
      ['秘密太郎３', ['𠮷-1']],
      ['ひみつたろう0', ['C-001']],
      ['ヒミツ　タロウ１', ['C-002']],
    ];
    for (const [search, codesFound] of foundBy) t.strictSame(await found(search), codesFound, search);

    const all = (await clients(null)).edges.map(({ node: { code } }: { node: { code: string } }) => code);
    t.strictSame([...all].sort(), codes.map((code) => code.normalize('NFKC')).sort());
    const seen: string[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const page = await clients(null, 1, after);
      seen.push(...page.edges.map(({ node: { code } }: { node: { code: string } }) => code));
      t.equal(page.totalCount, codes.length);
      after = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
    }
    t.strictSame(seen, all, 'page by page each is seen once, in the order of the whole list');
  });

  await t.test('rule 46: codes, numbers and per cents typed in full width are those in half width', async (t) => {
    const begin = momentAt(node, '2026-10-01T09:00:00+09:00');
    const admin = { subject: 'admin' };
    const details = { name: '全角', municipality: '千代田区', address: '千代田区', areaGrade: 'GRADE_1' };
    const register = (providerNumber: string, invoiceNumber: string) =>
      begin.send(
        admin,
        'registerOffice',
        { ...details, services: ['PHYSICAL_CARE'], providerNumber, invoiceNumber },
        'office { id providerNumber invoiceNumber }',
      );
    const { office } = await register('１３７０００００１７', 'Ｔ１２３４５６７８９０１２３');
    t.match(office, { providerNumber: '1370000017', invoiceNumber: 'T1234567890123' });
    t.strictSame((await register('1370000017 ', 'T1234567890123')).office, office, 'the same office');

    const networkId = await begin.network('全角', '千代田区');
    const partner = { id: office.id, subject: 'wide' };
    await begin.coordinator(partner, partner.subject, '担当');
    const assist = await begin.office('全角の相手');
    await begin.join(networkId, partner, 'PARTNER');
    await begin.join(networkId, assist, 'ASSIST');
    const pair = { networkId, partnerOfficeId: office.id, assistOfficeId: assist.id, effectiveFrom: '2026-10-01' };
    const basis = { feeBasis: 'PERCENT_OF_BENEFIT', percent: '９０．５' };
    const proposed = await begin.send(partner, 'proposeTerms', { ...pair, ...basis }, 'terms { percent }');
    t.equal(proposed.terms.percent, '90.5');

    const client = (code: string, name: string) =>
      node.mutate(
        'registerClient',
        {
          networkId,
          partnerOfficeId: office.id,
          code,
          careLevel: 'CARE_2',
          area: '千代田区',
          personal: { name, address: '千代田区', insurerNumber: '１３１０１６', insuredNumber: 'Ｈ１２３４５６７８９' },
        },
        { as: partner.subject },
        'client { code personal { insurerNumber insuredNumber } }',
      );
    t.match((await client('Ｒ－００１', '一人目')).client, {
      code: 'R-001',
      personal: { insurerNumber: '131016', insuredNumber: 'H123456789' },
    });
    t.match((await client('R-001', '二人目')).userErrors, [{ code: 'CLIENT_EXISTS' }], 'nobody is registered twice');

    const caregiver = (code: string) =>
      node.mutate(
        'enrollCaregiver',
        { officeId: office.id, code, name: code, qualifications: [] },
        { as: partner.subject },
      );
    await caregiver('Ｋ１');
    t.match((await caregiver('K1')).userErrors, [{ code: 'CAREGIVER_CODE_TAKEN' }]);
  });
});

/** Texts that stand in the log as they were written, and why. */
const IN_CLEAR: Readonly<Record<string, string>> = {
  'DraftSurveyInput.study': 'a questionnaire is put to everybody',
  'DraftSurveyInput.title': 'a questionnaire is put to everybody',
  'FormNetworkInput.area': 'a part of the town',
  'FormNetworkInput.name': 'public',
  'QuestionInput.code': 'a questionnaire is put to everybody',
  'QuestionInput.text': 'a questionnaire is put to everybody',
  'RegisterClientInput.area': 'rule 11: what an office sees before it accepts',
  'RegisterClientInput.code': 'a code of the office, in the place of the name',
  'RegisterOfficeInput.address': 'the public list of providers',
  'RegisterOfficeInput.municipality': 'the public list of providers',
  'RegisterOfficeInput.name': 'the public list of providers',
};

t.test('a trial of which each text is told apart, and each command is sent again at its end', async (t) => {
  const node = await startNode(t);
  const { texts, sent, site } = marking(node);
  const trial = await liveTrial(site);
  const later = momentAt(site, '2026-05-12T09:00:00+09:00');
  const { data } = await node.ask(
    'query ($id: ID!) { statement(id: $id) { totalYen contentHash } }',
    { id: trial.statement },
    { as: 'p' },
  );
  const [statementId, p2] = [trial.statement, { subject: 'p2' }];
  await later.send({ subject: 'a' }, 'confirmStatement', { statementId });
  await later.send(p2, 'approvePayment', { statementId, contentHash: data.statement.contentHash });
  const payment = { statementId, paidOn: '2026-05-12', amountYen: data.statement.totalYen };
  await later.send(p2, 'recordPayment', { ...payment, reference: '振込' });
  const [surveyId, consultant] = [trial.survey, { subject: 'cons1' }];
  await later.send(consultant, 'publishSurvey', { surveyId });
  const period = { periodFrom: '2026-04-01', periodTo: '2026-04-30', closesOn: '2026-05-20' };
  await later.send(consultant, 'openSurvey', { surveyId, ...period });
  await later.send(consultant, 'remindRespondents', { surveyId });
  await later.send(consultant, 'closeSurvey', { surveyId });
  await later.send({ subject: 'p' }, 'endTerms', {
    termsId: trial.terms,
    endsOn: '2026-06-30',
    reason: '契約の見直し',
  });

  await t.test('rule 41: what stands in the log as it was written is named here; the rest is sealed', async (t) => {
    const files = node.folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    );
    const written = Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
    const inClear = texts.filter(({ text }) => written.includes(text)).map(({ coordinate }) => coordinate);
    t.strictSame([...new Set(inClear)].sort(), Object.keys(IN_CLEAR));
    const shown = new Set(texts.map(({ coordinate }) => coordinate));
    t.ok(shown.size > 20, `${shown.size} fields`);
    t.ok(Object.keys(IN_CLEAR).every((coordinate) => shown.has(coordinate)));
  });

  await t.test('rules 4, 5: a repeat is answered as before, whatever has become of it since', async (t) => {
    const head = await node.store.head();
    const done = sent.filter(({ isRefused }) => !isRefused);
    t.ok(new Set(done.map(({ name }) => name)).size > 25);
    for (const { name, input, as } of done) {
      const query = `mutation ($input: ${inputTypeOf(name)}!) { ${name}(input: $input) { userErrors { code } } }`;
      const again = await node.ask(query, { input }, { as });
      t.strictSame({ errors: again.errors, said: again.data?.[name] }, { errors: [], said: { userErrors: [] } }, name);
    }
    t.equal(await node.store.head(), head, 'nothing is written');
  });
});
