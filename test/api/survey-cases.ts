import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Test } from 'tap';
import { type Caregiver, visitFrom } from '../../scripts/network-builder.ts';
import type { Site, StartSite } from '../support/site.ts';
import { momentAt } from '../support/small-network.ts';

const BEGIN = '2026-04-01T09:00:00+09:00';
const OPENING = '2026-06-01T10:00:00+09:00';
const CLOSED = '2026-06-15T00:00:00+09:00';
const CAREGIVERS = 11;

const CONSULTANT = { subject: 'cons' };

/**
 * A network whose assist office sent eleven caregivers to one client in May, and a second network
 * without visits.
 */
const twoNetworks = async (node: Site) => {
  const begin = momentAt(node, BEGIN);
  const p = await begin.office('p');
  const a = await begin.office('a');
  const first = await begin.network('第一', '世田谷');
  const second = await begin.network('第二', '世田谷');
  for (const [network, consultant] of [
    [first, 'cons1'],
    [second, 'cons2'],
  ] as const) {
    await begin.join(network, p, 'PARTNER');
    await begin.join(network, a, 'ASSIST');
    await begin.appoint(network, 'CONSULTANT', CONSULTANT.subject);
    await begin.appoint(network, 'CONSULTANT', consultant);
  }
  await begin.appoint(first, 'AUDITOR', 'aud');
  const prices = [{ service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 4000 }];
  await begin.terms(first, p, a, { feeBasis: 'PER_VISIT', prices });
  const personal = { name: '山田花子', address: '世田谷区某町1-2-3' };
  const client = await begin.client(first, p, { code: 'C-1', area: '世田谷区某町', personal }, '同意書');

  const caregivers: Caregiver[] = [];
  for (let n = 0; n < CAREGIVERS; n += 1)
    caregivers.push(await begin.caregiver(a, { code: `K${n}`, name: `介護${n}` }));
  const at = (n: number, time: string): string => `2026-05-${String(n + 1).padStart(2, '0')}T${time}:00+09:00`;
  const visits = caregivers.map((_, n) => visitFrom(at(n, '10:00'), 60));
  const asked = begin.later('2026-04-02T09:00:00+09:00');
  const delegation = await asked.request(p, {
    clientId: client,
    mode: 'DIRECT',
    visits,
    rounds: [{ officeIds: [a.id] }],
  });
  await asked.accept(a, delegation.id);
  for (const [n, caregiver] of caregivers.entries()) {
    const times = { startedAt: at(n, '10:00'), endedAt: at(n, '11:00') };
    await begin.later(at(n, '11:30')).record(caregiver, delegation.visits[n]?.visitId ?? '', times);
  }
  return { first, second, opening: begin.later(OPENING) };
};

const EVERYBODY = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER', 'CLIENT', 'FAMILY', 'CARE_MANAGER'];
const draft = (networkIds: string[]) => ({
  networkIds,
  study: 'trial',
  wave: 'BASELINE',
  title: 'はじめの調査',
  furtherWaves: ['ENDLINE'],
  studyEndsOn: '2027-03-31',
  questions: [
    { code: 'SATISFIED', kind: 'LIKERT_5', text: '満足していますか。', required: true, audiences: EVERYBODY },
    {
      code: 'WHY',
      kind: 'TEXT',
      text: '理由',
      audiences: ['CAREGIVER'],
      shownIf: { question: 'SATISFIED', anyOf: ['1', '2'] },
    },
  ],
});
/** Put to whoever is satisfied. */
const AGAIN = {
  code: 'AGAIN',
  kind: 'SINGLE_CHOICE',
  text: 'また受けますか。',
  audiences: EVERYBODY,
  options: [
    { value: 'yes', label: 'はい' },
    { value: 'no', label: 'いいえ' },
  ],
  shownIf: { question: 'SATISFIED', anyOf: ['4', '5'] },
};
const ANSWER =
  'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { userErrors { code path } accepted } }';
const QUESTIONNAIRE = `query ($token: String!) {
    questionnaire(token: $token) { title anonymous audience closesOn answered questions { code options { value } } }
  }`;
const WAVES = `query ($id: ID!, $breakdown: [Breakdown!], $filter: ResultFilter) {
  survey(id: $id) { results(breakdown: $breakdown, filter: $filter) { position groups {
    wave officeRole suppressed answers { n mean texts change { from difference test p effectSize pairs } }
  } } }
}`;
const RESULTS = `query ($id: ID!, $breakdown: [Breakdown!]) {
  survey(id: $id) {
    status responses { audience invited answered }
    results(breakdown: $breakdown) {
      suppressedGroups position
      groups { audience suppressed answers { question { code } n mean counts { option { value } n } } }
    }
  }
}`;

/**
 * Answers on the page of an invitation, as a browser without scripts does: not at first, then twice
 * the same, then otherwise.
 */
const answeredOnPage = async (t: Test, { urls: [url] }: Site, token: string, place: string): Promise<void> => {
  const page = async (token: string, fields?: Record<string, string>) => {
    const sent = fields && { method: 'POST', body: new URLSearchParams(fields) };
    const response = await fetch(`${url}/s/${token}`, sent);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const form = await page(token);
  t.strictSame(
    ['content-type', 'cache-control', 'referrer-policy'].map((name) => form.headers.get(name)),
    ['text/html; charset=utf-8', 'no-store', 'no-referrer'],
  );
  t.match(form.headers.get('content-security-policy'), /^default-src 'none'/);
  t.match(form.text, '<h1>はじめの調査</h1>');
  const [, commandId = ''] = /name="commandId" value="([^"]+)"/.exec(form.text) ?? [];
  // As it is typed from a letter, or found in a sentence by a mail program.
  for (const typed of [token.toUpperCase(), `${token}/`, `${token}。`, `${token.slice(0, 32)}%20${token.slice(32)}`])
    t.match((await page(typed)).text, '<h1>はじめの調査</h1>', 'rule 38: the same invitation');
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"q0":"1"}' };
  t.equal((await fetch(`${url}/s/${token}`, json)).status, 415, 'what is no form answers nothing');
  const empty = await page(token, { commandId, q1: '' });
  t.equal(empty.status, 422);
  t.match(empty.text, '問1：必ず答える設問に回答がありません。');
  const wrong = await page(token, { commandId, q0: '9' });
  t.equal(wrong.status, 422);
  t.match(wrong.text, '問1：この設問では選べない');
  for (const _ of ['sent', 'sent twice']) {
    const { status, text } = await page(token, { commandId, q0: place, q1: '' });
    t.equal(status, 200);
    t.match(text, '<h1>回答を送りました</h1>');
  }
  for (const fields of [
    { commandId, q0: '4' },
    { commandId: randomUUID(), q0: place },
    { commandId, q0: '' },
  ]) {
    const other = await page(token, fields);
    t.equal(other.status, 409);
    t.match(other.text, '<h1>回答をいただいています</h1>', 'changed, of another tab, or empty');
  }
  for (const unknown of [
    'nobody',
    'x'.repeat(99),
    token.slice(1),
    `${token}0`,
    token.replace(/^./, (first) => (first === '0' ? '1' : '0')),
  ]) {
    const { status, text } = await page(unknown);
    t.equal(status, 404);
    t.match(text, '<h1>このアドレスでは回答できません</h1>');
  }
  for (const broken of ['%E0%A4%A', 'x'.repeat(9_000)]) t.equal((await page(broken)).status, 404);
  const tooLong = await page(token, { q0: 'x'.repeat(140_000) });
  t.equal(tooLong.status, 413);
  t.match(tooLong.text, '短くしてから、もう一度送ってください。');
};

/** Reads the files of a closed survey's answers, of everybody who answered it twelve. */
const answersAreRead = async (t: Test, node: Site, id: string): Promise<void> => {
  const urlOf = async (format: string, as: string): Promise<string | null> =>
    (
      await node.ask(
        'query ($id: ID!, $format: SurveyExport!) { survey(id: $id) { exportUrl(format: $format) } }',
        { id, format },
        { as },
      )
    ).data.survey?.exportUrl ?? null;
  const got = async (address: string, as = 'cons'): Promise<Response> =>
    fetch(address, { headers: { authorization: `Bearer ${await node.token(as)}` } });
  const address = (format: string) => urlOf(format, 'cons').then(String);
  const fetched = async (format: string, as?: string) => got(await address(format), as);
  const csvOf = async (format: string): Promise<Record<string, string>[]> => {
    const response = await fetched(format);
    t.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    t.strictSame([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark');
    return parse(bytes, { columns: true, bom: true });
  };
  const [rows, codebook] = [await csvOf('CSV'), await csvOf('CODEBOOK')];
  t.strictSame(Object.keys(rows[0] ?? {}), ['audience', 'network', 'SATISFIED', 'AGAIN'], 'no ids, no times, no texts');
  t.equal(rows.length, 12);
  const said = Map.groupBy(codebook, ({ variable = '' }) => variable);
  const faults = rows.flatMap((row) =>
    Object.entries(row).filter(([name, value]) => !said.get(name)?.some((one) => one.value === value)),
  );
  t.strictSame(faults, [], 'each value is one of the codebook’s');
  t.strictSame(new Set(rows.map(({ audience, network }) => `${audience} ${network}`)), new Set(['NA_HIDDEN 第一']));
  t.strictSame(
    rows.map(({ SATISFIED = '', AGAIN }) => (AGAIN === 'NA_SKIPPED') === !['4', '5'].includes(SATISFIED)),
    rows.map(() => true),
    'skipped where its condition, and nothing else, says so',
  );
  t.strictSame(
    ['yes', 'no', 'NA_NO_ANSWER', 'NA_SKIPPED'].map((value) => rows.filter(({ AGAIN }) => AGAIN === value).length),
    [6, 4, 1, 1],
  );
  const steps = rows.map(({ SATISFIED }) => Number(SATISFIED));
  t.equal(
    steps.reduce((total, step) => total + step, 0),
    54,
    'the same figures as the results',
  );
  const methods = Object.fromEntries(
    codebook.flatMap(({ kind, variable = '', value }) => (kind === 'METHOD' ? [[variable, value]] : [])),
  );
  t.match(methods, { '(threshold)': '5', '(answered)': '12', '(rows)': '12', '(rows_left_out)': '0' });
  t.match(methods['(position)'], /^\d+$/);
  const lines = (await (await fetched('JSON_LINES')).text()).trimEnd().split('\n');
  const inOrder = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
  t.strictSame(inOrder(lines.map((line) => JSON.parse(line))), inOrder(rows));
  t.equal((await fetched('CSV', 'cons2')).status, 404, 'not for a consultant of another network');
  t.equal((await got((await address('CSV')).replace('CSV', 'XML'))).status, 400);
};

/** The evaluation report of a network’s May, as known now or before an instant. */
const reportOf = async (node: Site, id: string, knownAt: string | null): Promise<string> => {
  const { data } = await node.ask(
    `query ($id: ID!, $knownAt: DateTime) {
      network(id: $id) { evaluationReportUrl(from: "2026-05", to: "2026-05", knownAt: $knownAt) }
    }`,
    { id, knownAt },
    { as: 'cons' },
  );
  const headers = { authorization: `Bearer ${await node.token('cons')}` };
  return (await fetch(data.network.evaluationReportUrl, { headers })).text();
};
/** What it says, without when it was made. */
const figuresOf = (report: string): string => report.slice(0, report.indexOf('<h2>方法</h2>'));

/** A survey from the draft to its results. */
export const surveyCases = (t: Test, start: StartSite): void => {
  t.test('a survey from the draft to its results, over HTTP', async (t) => {
    const node = await start(t);
    const { first, opening } = await twoNetworks(node);
    const { survey } = await opening.send(
      CONSULTANT,
      'draftSurvey',
      draft([first]),
      'survey { id status version threshold anonymous }',
    );
    t.strictSame({ ...survey, id: '' }, { id: '', status: 'DRAFT', version: 1, threshold: 5, anonymous: true });
    const surveyId = survey.id;
    await opening.send(CONSULTANT, 'publishSurvey', { surveyId });
    t.strictSame(
      (await node.mutate('draftSurvey', { ...draft([first]), surveyId, title: 'x' }, { as: 'cons' })).userErrors,
      [{ code: 'SURVEY_FROZEN', path: ['input', 'surveyId'] }],
    );
    const period = { surveyId, periodFrom: '2026-05-01', periodTo: '2026-05-31', closesOn: '2026-06-14' };
    const selection =
      'survey { frame { audience eligible invited } } invitations { audience recipient token url office { name } }';
    const preview = async (as: string) =>
      (
        await node.ask(
          `query ($id: ID!) { survey(id: $id) { framePreview(periodFrom: "2026-05-01", periodTo: "2026-05-31") {
            audience eligible invited reachesThreshold } } }`,
          { id: surveyId },
          { as },
        )
      ).data.survey?.framePreview;
    type Group = { audience: string; eligible: number; invited: number; reachesThreshold: boolean };
    const before: Group[] = await preview('cons');
    t.strictSame(
      before.filter(({ reachesThreshold }) => reachesThreshold),
      [],
      'with one each of the others even the caregivers could be found by subtraction',
    );
    const backwards = await node.ask(
      `query ($id: ID!) { survey(id: $id) {
        framePreview(periodFrom: "2026-05-31", periodTo: "2026-05-30") { eligible } } }`,
      { id: surveyId },
      { as: 'cons' },
    );
    t.strictSame(
      backwards.errors.map(({ message, extensions }) => [message, extensions.code, extensions.path]),
      [
        [
          '期間の終わりの日：期間の始まりの日より前になっています。日付を確かめてください。',
          'BAD_USER_INPUT',
          ['periodTo'],
        ],
      ],
      'rule 37: a period that ends before it begins is no empty frame',
    );
    const command = { ...period, commandId: randomUUID() };
    const opened = await opening.send(CONSULTANT, 'openSurvey', command, selection);
    const again = await opening.send(CONSULTANT, 'openSurvey', command, selection);
    const tokensOf = (payload: { invitations: { token: string }[] }) => payload.invitations.map(({ token }) => token);
    t.strictSame(tokensOf(again), tokensOf(opened), 'rules 4, 38: a repeat tells the same tokens');
    const isAsked = async ({ token }: { token: string }): Promise<boolean> =>
      (await node.ask(QUESTIONNAIRE, { token }, { as: null })).data.questionnaire !== null;
    t.strictSame(
      await Promise.all(opened.invitations.map(isAsked)),
      opened.invitations.map(() => true),
      'rule 22: each token is good right after the answer',
    );
    t.strictSame(
      before.map(({ reachesThreshold: _reaches, ...group }) => group),
      opened.survey.frame,
      'what the preview said',
    );
    t.equal(await preview('cons'), null, 'from the opening on the frame stands');
    t.strictSame(opened.survey.frame, [
      { audience: 'ASSIST_OFFICE', eligible: 1, invited: 1 },
      { audience: 'CAREGIVER', eligible: CAREGIVERS, invited: CAREGIVERS },
      { audience: 'CARE_MANAGER', eligible: 1, invited: 1 },
      { audience: 'CLIENT', eligible: 1, invited: 0 },
      { audience: 'FAMILY', eligible: 1, invited: 0 },
      { audience: 'PARTNER_OFFICE', eligible: 1, invited: 1 },
    ]);
    type Invited = { audience: string; recipient: string; token: string; url: string; office: { name: string } };
    const invitations: Invited[] = opened.invitations;
    t.strictSame(
      invitations.map(({ audience, recipient, office }) => `${audience} ${recipient} ${office.name}`).sort(),
      [
        'PARTNER_OFFICE 事業所p 事業所p',
        'ASSIST_OFFICE 事業所a 事業所a',
        'CARE_MANAGER C-1 事業所p',
        ...Array.from({ length: CAREGIVERS }, (_, n) => `CAREGIVER K${n} 事業所a`),
      ].sort(),
    );
    const tokens = invitations.filter(({ audience }) => audience === 'CAREGIVER').map(({ token }) => token);
    const manager = invitations.find(({ audience }) => audience === 'CARE_MANAGER')?.token ?? '';
    const addresses = ({ token }: Invited): string[] => node.urls.map((url) => `${url}/s/${token}`);
    t.strictSame(
      invitations.filter((one) => !addresses(one).includes(one.url)),
      [],
      'each names the address at which its node is reached, whatever port it was given (PORT=0)',
    );

    await t.test('the token is the right to answer, once, without a login', async (t) => {
      const [token = ''] = tokens;
      const answer = (input: Record<string, unknown>) => node.ask(ANSWER, { input }, { as: null });
      // With the header the processes have made the invitations first (rule 7).
      const before = await node.ask(QUESTIONNAIRE, { token: manager }, { as: null, at: OPENING });
      t.strictSame(before.data.questionnaire, {
        title: 'はじめの調査',
        anonymous: true,
        audience: 'CARE_MANAGER',
        closesOn: '2026-06-14',
        answered: false,
        questions: [{ code: 'SATISFIED', options: ['1', '2', '3', '4', '5'].map((value) => ({ value })) }],
      });
      t.equal((await node.ask(QUESTIONNAIRE, { token: 'nobody' }, { as: null })).data.questionnaire, null);
      const hidden = [
        { question: 'SATISFIED', values: ['5'] },
        { question: 'WHY', values: ['x'] },
      ];
      const refused = await answer({ token, answers: hidden });
      t.strictSame(refused.data.answerSurvey, {
        userErrors: [{ code: 'ANSWER_HIDDEN', path: ['input', 'answers', '1', 'values'] }],
        accepted: false,
      });
      const [byPage = '', ...byApi] = [...tokens].reverse();
      await answeredOnPage(t, node, byPage, '1');
      for (const [n, each] of [...byApi.reverse(), manager].entries()) {
        const given = await answer({
          token: each,
          answers: [{ question: 'SATISFIED', values: ['１２３４５'.charAt(n % 5)] }],
        });
        t.strictSame(given.data.answerSurvey, { userErrors: [], accepted: true });
      }
      const again = await answer({ token, answers: [{ question: 'SATISFIED', values: ['1'] }] });
      t.strictSame(again.data.answerSurvey, {
        userErrors: [{ code: 'ALREADY_ANSWERED', path: ['input', 'token'] }],
        accepted: false,
      });
      const unknown = await answer({ token: 'nobody', answers: [] });
      t.strictSame(unknown.data.answerSurvey.userErrors, [{ code: 'TOKEN_INVALID', path: ['input', 'token'] }]);
      t.equal((await node.ask(QUESTIONNAIRE, { token }, { as: null })).data.questionnaire.answered, true);
      const reminded = await opening.send(
        CONSULTANT,
        'remindRespondents',
        { surveyId },
        'invitations { audience token }',
      );
      const silent = invitations
        .filter(({ audience }) => audience.endsWith('_OFFICE'))
        .map(({ audience, token: same }) => ({ audience, token: same }));
      t.strictSame(reminded.invitations, silent, 'the same tokens, to who has not answered');
    });

    await t.test('rule 40: results after the closing alone, small groups hidden', async (t) => {
      const ask = (as: string, breakdown: string[] | null, at?: string) =>
        node.ask(RESULTS, { id: surveyId, breakdown }, at === undefined ? { as } : { as, at });
      const before = await ask('cons', null);
      t.strictSame(
        before.errors.map(({ extensions }) => extensions.code),
        ['SURVEY_NOT_CLOSED'],
      );
      const whole = (await ask('cons', null, CLOSED)).data.survey;
      t.equal(whole.status, 'CLOSED');
      t.strictSame(
        whole.responses.filter(({ answered }: { answered: number }) => answered > 0),
        [
          { audience: 'CAREGIVER', invited: CAREGIVERS, answered: CAREGIVERS },
          { audience: 'CARE_MANAGER', invited: 1, answered: 1 },
        ],
      );
      const [all] = whole.results.groups;
      t.strictSame(
        [all.audience, all.suppressed, all.answers[0].n, all.answers[1].n],
        [null, false, CAREGIVERS + 1, null],
      );
      t.strictSame(
        all.answers[0].counts.map(({ n }: { n: number }) => n),
        [3, 3, 2, 2, 2],
      );
      const byAudience = (await ask('cons', ['AUDIENCE'])).data.survey.results;
      type Group = { audience: string; suppressed: boolean };
      t.strictSame(
        byAudience.groups.map(({ audience, suppressed }: Group) => [audience, suppressed]),
        EVERYBODY.map((audience) => [audience, true]),
        'one care manager could be found by subtraction: the caregivers are hidden too',
      );
      t.equal(byAudience.suppressedGroups, EVERYBODY.length);
      t.strictSame(
        (await ask('cons', ['AUDIENCE'])).data.survey.results,
        byAudience,
        'the same position gives the same figures',
      );
      t.equal((await ask('admin', null)).data.survey.results.groups.length, 1);
    });

    const firstReport = await reportOf(node, first, null);

    await t.test('rule 40: the last wave beside the first, and what has changed', async (t) => {
      const closed = '2026-07-15T00:00:00+09:00';
      const july = momentAt(node, '2026-07-01T10:00:00+09:00');
      const [satisfied, why] = draft([first]).questions;
      const last = {
        ...draft([first]),
        wave: 'ENDLINE',
        title: '終わりの調査',
        furtherWaves: [],
        studyEndsOn: null,
        questions: [satisfied, { ...why, shownIf: { question: 'SATISFIED', anyOf: ['4', '5'] } }, AGAIN],
      };
      const drafted = await july.send(CONSULTANT, 'draftSurvey', last, 'survey { id }');
      const ofLast = { surveyId: drafted.survey.id };
      await july.send(CONSULTANT, 'publishSurvey', ofLast);
      const second = await july.send(
        CONSULTANT,
        'openSurvey',
        { ...period, ...ofLast, closesOn: '2026-07-14' },
        'invitations { audience recipient token }',
      );
      const values = ['5', '5', '4', '4', '5', '5', '4', '5', '3', '4', '5', '5'];
      const asked: Invited[] = second.invitations.filter(({ audience }: Invited) =>
        ['CAREGIVER', 'CARE_MANAGER'].includes(audience),
      );
      const writers = asked.flatMap(({ audience }, n) => (audience === 'CAREGIVER' && values[n] !== '3' ? [n] : []));
      for (const [n, { token }] of asked.entries()) {
        const text = `${'abcdefghijkl'.charAt(n)}：山田　花子様と事業所ａのK2、介護3さんに感謝しています。`;
        const written = writers.includes(n) ? [{ question: 'WHY', values: [text] }] : [];
        const again = values[n] === '3' || n === 0 ? [] : [{ question: 'AGAIN', values: [n % 2 ? 'yes' : 'no'] }];
        const answers = [{ question: 'SATISFIED', values: [values[n]] }, ...written, ...again];
        await node.ask(ANSWER, { input: { token, answers } }, { as: null });
      }
      const ask = async (id: string, breakdown: string[], filter: object | null = null) =>
        (await node.ask(WAVES, { id, breakdown, filter }, { as: 'cons', at: closed })).data.survey.results;
      type Group = {
        wave: string;
        officeRole: string;
        answers: { n: number; mean: number; texts: string[]; change: object | null }[];
      };
      const byWave = await ask(surveyId, ['WAVE']);
      t.strictSame(
        byWave.groups.map(({ wave, answers: [one] }: Group) => [wave, one?.n, one?.mean, one?.change !== null]),
        [
          ['BASELINE', 12, 33 / 12, false],
          ['ENDLINE', 12, 54 / 12, true],
        ],
        'the study’s other survey is taken in',
      );
      const [{ answers }] = (await ask(ofLast.surveyId, [])).groups;
      const { p, effectSize, ...change } = answers[0].change;
      t.strictSame(change, {
        from: 'BASELINE',
        difference: (54 - 33) / 12,
        test: 'Mann-Whitney U, two-sided, exact (n: 12 later, 12 earlier)',
        pairs: null,
      });
      t.ok(p > 0 && p < 0.01 && effectSize > 0.5, `${p} ${effectSize}`);
      t.strictSame(
        answers[1].texts.toSorted(),
        writers.map((n) => `${'abcdefghijkl'.charAt(n)}：■■■様と■■■のK2、■■■さんに感謝しています。`).toSorted(),
        'texts without the names known in the network',
      );
      t.strictSame(
        (await ask(surveyId, ['AUDIENCE'])).groups.flatMap((group: Group) => group.answers[1]?.texts ?? []),
        [],
      );
      const together = await ask(surveyId, [], { waves: ['BASELINE', 'ENDLINE'] });
      t.equal(together.groups[0].answers[0].n, 24);
      t.strictSame(
        (await ask(surveyId, [])).groups.map(({ answers: [one] }: Group) => one?.n),
        [12],
        'without waves it is of the survey alone',
      );
      t.strictSame(
        (await ask(surveyId, ['OFFICE_ROLE'])).groups.map(({ officeRole }: Group) => officeRole),
        ['PARTNER', 'ASSIST', null],
      );
      t.ok(byWave.position > (await ask(surveyId, [])).position, 'each says where in the log it stands');

      const again = await reportOf(node, first, '2026-07-01T00:00:00+09:00');
      t.equal(figuresOf(again), figuresOf(firstReport), 'knownAt makes an earlier report again, its surveys too');
      t.match(again, '締め切った調査 1件');
      t.match(figuresOf(await reportOf(node, first, null)), '前の回からの変化');

      await t.test('the answers as files, read as their codebook says', (t) =>
        answersAreRead(t, node, ofLast.surveyId),
      );
    });
  });

  t.test('rights: a consultant appointed to every network of the survey', async (t) => {
    const node = await start(t);
    const { first, second, opening } = await twoNetworks(node);
    const { survey } = await opening.send(
      CONSULTANT,
      'draftSurvey',
      draft([first, second]),
      'survey { id networks { id } }',
    );
    t.strictSame(survey.networks, [{ id: first }, { id: second }]);
    const see = async (as: string) =>
      (await node.ask('query ($id: ID!) { survey(id: $id) { id } }', { id: survey.id }, { as })).data?.survey ?? null;
    t.strictSame([await see('cons'), await see('admin')], [{ id: survey.id }, { id: survey.id }]);
    for (const as of ['cons1', 'cons2', 'aud', 'p', 'a']) t.equal(await see(as), null, as);
    const list = async (as: string) =>
      (await node.ask('query ($id: ID!) { network(id: $id) { surveys { id } } }', { id: first }, { as })).data.network
        .surveys;
    t.strictSame([await list('cons'), await list('cons1'), await list('p')], [[{ id: survey.id }], [], null]);
    const publish = async (as: string | null) => {
      const answer = await node.ask(
        'mutation ($input: SurveyInput!) { publishSurvey(input: $input) { userErrors { code } } }',
        { input: { surveyId: survey.id } },
        { as },
      );
      return answer.errors.map(({ extensions }) => extensions.code);
    };
    t.strictSame(await publish('cons1'), ['NOT_FOUND']);
    t.strictSame(await publish('admin'), ['FORBIDDEN']);
    t.strictSame(await publish(null), ['UNAUTHENTICATED']);
    const drafting = async (as: string, networkIds: string[], over: Record<string, unknown> = {}) => {
      const query = 'mutation ($input: DraftSurveyInput!) { draftSurvey(input: $input) { userErrors { code } } }';
      return (await node.ask(query, { input: { ...draft(networkIds), ...over } }, { as })).errors.map(
        ({ extensions }) => `${extensions.code} ${extensions.path ?? ''}`,
      );
    };
    t.strictSame(await drafting('cons1', [first, second]), ['NOT_FOUND input,networkIds,1']);
    t.strictSame(await drafting('cons1', [first]), []);
    t.strictSame(await drafting('p', [first]), ['FORBIDDEN ']);
    t.strictSame(await drafting('cons', ['nothing']), ['BAD_USER_INPUT input,networkIds,0']);
    t.strictSame(await publish('cons'), []);

    const wrong = {
      furtherWaves: 'BAD_USER_INPUT input,furtherWaves',
      studyEndsOn: 'BAD_USER_INPUT input,studyEndsOn',
    };
    const waves = (furtherWaves: string[], studyEndsOn: string | null, wave = 'MIDLINE') =>
      drafting('cons', [first], { wave, furtherWaves, studyEndsOn });
    t.strictSame(await waves(['ENDLINE'], '2027-03-31'), [], 'rule 39: waves that are still to come');
    t.strictSame(await waves(['BASELINE'], '2027-03-31'), [wrong.furtherWaves], 'one that has been');
    t.strictSame(await waves(['MIDLINE'], '2027-03-31'), [wrong.furtherWaves], 'itself');
    t.strictSame(await waves(['ENDLINE', 'ENDLINE'], '2027-03-31'), [wrong.furtherWaves], 'twice');
    t.strictSame(await waves(['ENDLINE'], null), [wrong.studyEndsOn], 'a study that would not end');
    t.strictSame(await waves([], '2027-03-31'), [wrong.studyEndsOn], 'a single survey');
  });
};
