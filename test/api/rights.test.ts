import { getDirective } from '@graphql-tools/utils';
import { buildSchema, isObjectType } from 'graphql';
import t from 'tap';
import { contractText } from '../../src/api/schema.ts';
import type { Actor } from '../../src/api/visibility.ts';
import { startNode } from '../support/http-node.ts';
import { CAST, draft, liveTrial, type Subject, type Trial } from '../support/trial.ts';

const schema = buildSchema(contractText());
const cast = Object.keys(CAST) as Subject[];

/** `Type.field` → who may, for every field that bears `@may`. */
const may = new Map<string, readonly Actor[]>(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const actors = getDirective(schema, field, 'may')?.[0]?.actors as Actor[] | undefined;
        return actors ? [[`${type.name}.${field.name}`, actors] as const] : [];
      }),
    ),
);

/**
 * In which roles the cast stands to a thing of the trial; administrators and members stand to
 * everything.
 */
type Standing = Partial<Record<Actor, readonly Subject[]>>;
const EVERYBODY: Standing = { PUBLIC: cast, MEMBER: cast, ADMINISTRATOR: ['admin'] };
const ALONE: Standing = EVERYBODY;
const OF_OFFICE: Standing = { ...EVERYBODY, OFFICE: ['a'] };
const OF_PAIR: Standing = {
  ...EVERYBODY,
  PARTNER: ['p', 'p2'],
  ASSIST: ['a'],
  AUDITOR: ['aud1'],
  CONSULTANT: ['cons1'],
};
const OF_VISIT: Standing = { ...OF_PAIR, CAREGIVER: ['a.care'] };
const OF_DELEGATION: Standing = { ...OF_PAIR, ASSIST: ['a', 'b'] };
const OF_CAREGIVER: Standing = {
  ...EVERYBODY,
  OFFICE: ['a'],
  PARTNER: ['p', 'p2'],
  CAREGIVER: ['a.care'],
  AUDITOR: ['aud1'],
};
const OF_NETWORK: Standing = { ...OF_PAIR, ASSIST: ['a', 'b', 'n'] };

const allowed = (coordinate: string, standing: Standing): Set<Subject> =>
  new Set((may.get(coordinate) ?? []).flatMap((actor) => standing[actor] ?? []));

type Input = Record<string, unknown>;

/**
 * Every mutation with the thing it is about and an input that is well formed. Those that take most
 * away come last.
 */
const mutations = (
  trial: Trial,
): Readonly<Record<string, readonly [Standing, Input | ((as: string | null) => Input)]>> => {
  const { office, network, client, terms, delegation, verified, cancelled, ahead, caregiver, statement, survey } =
    trial;
  const pair = { networkId: network, partnerOfficeId: office.p, assistOfficeId: office.a };
  const at = '2026-05-20T10:00:00+09:00';
  const punch = { visitId: ahead, at, method: 'GPS' };
  const visit = {
    service: 'PHYSICAL_CARE',
    minutes: 30,
    plannedStart: '2026-05-21T10:00:00+09:00',
    plannedEnd: '2026-05-21T10:30:00+09:00',
  };
  return {
    registerOffice: [
      ALONE,
      {
        providerNumber: '1370000009',
        name: 'x',
        municipality: 'x',
        address: 'x',
        areaGrade: 'GRADE_1',
        services: ['PHYSICAL_CARE'],
      },
    ],
    changeOffice: [OF_OFFICE, { officeId: office.a, phone: '0312345678' }],
    enrollCaregiver: [OF_OFFICE, { officeId: office.a, name: '介護三郎', qualifications: ['INITIAL'] }],
    changeCaregiver: [OF_OFFICE, { caregiverId: caregiver, name: '介護太郎' }],
    enrollMember: [OF_OFFICE, { subject: 'new', name: '新人', role: 'COORDINATOR', officeId: office.a }],
    formNetwork: [ALONE, { name: '第三', area: '世田谷', fiscalYear: 2026 }],
    joinNetwork: [ALONE, { networkId: network, officeId: office.x, roles: ['ASSIST'], joinedOn: '2026-05-02' }],
    appointToNetwork: [ALONE, { networkId: network, subject: 'cons9', role: 'CONSULTANT' }],
    proposeTerms: [OF_PAIR, { ...pair, effectiveFrom: '2026-07-01', feeBasis: 'PER_HOUR', yenPerHour: 3000 }],
    agreeTerms: [OF_PAIR, { termsId: terms }],
    declineTerms: [OF_PAIR, { termsId: terms, note: '高い' }],
    endTerms: [OF_PAIR, { termsId: terms, endsOn: '2027-03-31', reason: '年度末' }],
    registerClient: [
      OF_PAIR,
      {
        networkId: network,
        partnerOfficeId: office.p,
        code: 'C-2',
        careLevel: 'CARE_1',
        area: '世田谷区',
        personal: { name: '山本', address: '世田谷' },
      },
    ],
    changeClient: [OF_PAIR, { clientId: client, careLevel: 'CARE_3' }],
    giveConsent: [OF_PAIR, { clientId: client, scope: 'SURVEY', givenOn: '2026-05-01', documentedBy: '同意書 第2号' }],
    requestDelegation: [
      OF_PAIR,
      { clientId: client, mode: 'DIRECT', visits: [visit], rounds: [{ officeIds: [office.a] }] },
    ],
    seeOffer: [OF_DELEGATION, { delegationId: delegation }],
    acceptOffer: [OF_DELEGATION, { delegationId: delegation }],
    declineOffer: [OF_DELEGATION, { delegationId: delegation, reason: 'NO_CAPACITY' }],
    requestMoreTime: [OF_DELEGATION, { delegationId: delegation, minutes: 10 }],
    grantMoreTime: [OF_DELEGATION, { delegationId: delegation, officeId: office.b, minutes: 10 }],
    selectOffice: [OF_DELEGATION, { delegationId: delegation, officeId: office.a }],
    offerAgain: [OF_DELEGATION, { delegationId: delegation, rounds: [{ officeIds: [office.b] }] }],
    assignCaregiver: [OF_VISIT, { visitId: ahead, caregiverId: caregiver }],
    startVisit: [OF_VISIT, punch],
    endVisit: [OF_VISIT, punch],
    recordVisit: [OF_VISIT, { visitId: ahead, caregiverId: caregiver, startedAt: at, endedAt: at, tasks: [] }],
    amendVisitRecord: [OF_VISIT, { visitId: verified, reason: '追記', notes: '追記' }],
    resolveException: [OF_VISIT, { visitId: verified, code: 'MANUAL_TIME', reason: '確認済み' }],
    verifyVisit: [OF_VISIT, { visitId: verified }],
    returnVisitRecord: [OF_VISIT, { visitId: verified, reason: '確認を' }],
    reportMissedVisit: [OF_VISIT, { visitId: cancelled, reason: '来なかった' }],
    closeSettlement: [OF_PAIR, { ...pair, month: '2026-04' }],
    confirmStatement: [OF_PAIR, { statementId: statement }],
    approvePayment: [OF_PAIR, { statementId: statement, contentHash: 'x' }],
    recordPayment: [OF_PAIR, { statementId: statement, paidOn: '2026-05-02', amountYen: 1, reference: 'x' }],
    draftSurvey: [OF_NETWORK, draft(network)],
    publishSurvey: [OF_NETWORK, { surveyId: survey }],
    openSurvey: [
      OF_NETWORK,
      { surveyId: survey, periodFrom: '2026-04-01', periodTo: '2026-04-30', closesOn: '2026-05-31' },
    ],
    remindRespondents: [OF_NETWORK, { surveyId: survey }],
    closeSurvey: [OF_NETWORK, { surveyId: survey }],
    answerSurvey: [ALONE, { token: 'x', answers: [] }],
    withdrawConsent: [OF_PAIR, { clientId: client, scope: 'SURVEY', withdrawnOn: '2026-05-02' }],
    releaseVisits: [OF_DELEGATION, { delegationId: delegation, visitIds: [ahead], reason: '病欠' }],
    withdrawVisits: [OF_DELEGATION, { delegationId: delegation, reason: 'OTHER' }],
    dismissFromNetwork: [ALONE, { networkId: network, subject: 'aud1', reason: '任期満了' }],
    leaveNetwork: [ALONE, { networkId: network, officeId: office.n, leftOn: '2026-05-31' }],
    // Each removes another: who is gone is not found.
    removeMember: [OF_OFFICE, (as) => ({ subject: as === 'admin' ? 'new' : 'a.other', reason: '退職' })],
  };
};

/**
 * Every other field with `@may`: whose thing it is, and how to come to one that holds a value.
 * `$id` is the thing's, `$network` the network's.
 */
const fields = (
  trial: Trial,
): Readonly<Record<string, readonly [standing: Standing, id: string, query: string, path: string]>> => {
  const { office, network, client, delegation, verified, cancelled, caregiver, statement, survey } = trial;
  const pair = `partnerOfficeId: "${office.p}", assistOfficeId: "${office.a}"`;
  const ofVisit = (id: string, selection: string, path: string) =>
    [OF_VISIT, id, `visit(id: $id) { ${selection} }`, `visit.${path}`] as const;
  const ofOffer = (field: string) =>
    [
      OF_PAIR,
      delegation,
      `delegation(id: $id) { offers { office { id } ${field} } }`,
      `delegation.offers.${office.a}.${field}`,
    ] as const;
  const ofLine = (field: string) =>
    [
      OF_PAIR,
      network,
      `network(id: $id) { visitLedger(month: "2026-04") { edges { node { visitId ${field} } } } }`,
      `network.visitLedger.edges.${verified}.${field}`,
    ] as const;
  return {
    'Network.terms': [OF_NETWORK, network, 'network(id: $id) { terms { id } }', 'network.terms'],
    'Network.statements': [OF_NETWORK, network, 'network(id: $id) { statements { totalCount } }', 'network.statements'],
    'Network.settlementPreview': [
      OF_PAIR,
      network,
      `network(id: $id) { settlementPreview(${pair}, month: "2026-04") { totalYen } }`,
      'network.settlementPreview',
    ],
    'Network.surveys': [OF_NETWORK, network, 'network(id: $id) { surveys { id } }', 'network.surveys'],
    'Office.caregivers': [OF_OFFICE, office.a, 'office(id: $id) { caregivers { id } }', 'office.caregivers'],
    'Office.members': [OF_OFFICE, office.a, 'office(id: $id) { members { subject } }', 'office.members'],
    'Caregiver.name': [OF_CAREGIVER, verified, 'visit(id: $id) { caregiver { id name } }', 'visit.caregiver.name'],
    'Client.personal': [OF_VISIT, client, 'client(id: $id) { personal { name } }', 'client.personal.name'],
    'Consent.documentedBy': [
      OF_PAIR,
      client,
      'client(id: $id) { consents { documentedBy } }',
      'client.consents.0.documentedBy',
    ],
    'Delegation.note': [OF_DELEGATION, delegation, 'delegation(id: $id) { note }', 'delegation.note'],
    'Offer.note': ofOffer('note'),
    'Offer.feeYen': ofOffer('feeYen'),
    'Cancellation.note': ofVisit(cancelled, 'cancellation { note }', 'cancellation.note'),
    'Visit.fee': ofVisit(verified, 'fee { delegationFeeYen }', 'fee'),
    'VisitRecord.condition': ofVisit(verified, 'record { condition }', 'record.condition'),
    'VisitRecord.notes': ofVisit(verified, 'record { notes }', 'record.notes'),
    'VisitRecord.amendReason': ofVisit(verified, 'record { amendReason }', 'record.amendReason'),
    'VisitTask.note': ofVisit(verified, 'record { tasks { note } }', 'record.tasks.0.note'),
    'VisitException.detail': ofVisit(verified, 'exceptions { code detail }', 'exceptions.DUPLICATE_UPLOAD.detail'),
    'VisitException.reason': ofVisit(verified, 'exceptions { code reason }', 'exceptions.DUPLICATE_UPLOAD.reason'),
    'LedgerEntry.feeYen': ofLine('feeYen'),
    'LedgerEntry.statementId': ofLine('statementId'),
    'Statement.deductiblePercent': [
      OF_PAIR,
      statement,
      'statement(id: $id) { deductiblePercent }',
      'statement.deductiblePercent',
    ],
    'Query.statement': [OF_PAIR, statement, 'statement(id: $id) { id }', 'statement'],
    'Query.survey': [OF_NETWORK, survey, 'survey(id: $id) { id }', 'survey'],
    'Query.clients': [
      OF_PAIR,
      network,
      'clients(networkId: $id) { edges { node { code } } }',
      'clients.edges.0.node.code',
    ],
    'Query.viewer': [ALONE, caregiver, 'viewer { subject }', 'viewer.subject'],
    'Query.office': [ALONE, office.a, 'office(id: $id) { id }', 'office.id'],
    'Query.offices': [ALONE, caregiver, 'offices { totalCount }', 'offices.totalCount'],
    'Query.careTasks': [ALONE, caregiver, 'careTasks { code }', 'careTasks'],
  };
};

/**
 * What stands at a path; a step into a list is an index, or an id or code of what it or its node
 * holds.
 */
const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step) => {
    if (at === null || at === undefined) return null;
    if (!Array.isArray(at) || /^\d+$/.test(step)) return (at as Record<string, unknown>)[step] ?? null;
    const found = at
      .map((one) => one.node ?? one)
      .find((one) => [one.office?.id, one.visitId, one.code].includes(step));
    return found ?? null;
  }, data);

const inputTypes = new Map(
  Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => [field.name, String(field.args[0]?.type)]),
);

t.test('rights, by @may, for everybody', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);
  const at = trial.now;

  /** Codes of GraphQL errors that a mutation answers to a subject. */
  const refusal = async (
    as: string | null,
    name: string,
    input: Input | ((as: string | null) => Input),
  ): Promise<string | null> => {
    const query = `mutation ($input: ${inputTypes.get(name)}) { ${name}(input: $input) { userErrors { code } } }`;
    const { errors } = await node.ask(query, { input: typeof input === 'function' ? input(as) : input }, { as, at });
    return errors[0]?.extensions.code ?? null;
  };

  await t.test('the tables know every mutation and every field that bears @may', async (t) => {
    const others = [...may.keys()].filter(
      (coordinate) => !/^(Mutation|Subscription)\./.test(coordinate) && coordinate !== 'Query.questionnaire',
    );
    t.strictSame(Object.keys(fields(trial)).sort(), others.sort());
    t.strictSame(Object.keys(mutations(trial)).sort(), [...inputTypes.keys()].sort());
    t.strictSame(
      [...inputTypes.keys()].filter((name) => !may.has(`Mutation.${name}`)),
      [],
    );
  });

  await t.test('a field is answered to whom @may names, and null to the rest', async (t) => {
    for (const [coordinate, [standing, id, query, path]] of Object.entries(fields(trial))) {
      const answered: Subject[] = [];
      for (const as of cast) {
        const { data } = await node.ask(
          query.includes('$id') ? `query ($id: ID!) { ${query} }` : `{ ${query} }`,
          { id },
          { as, at },
        );
        if (valueAt(data, path) !== null) answered.push(as);
      }
      t.strictSame(answered.sort(), [...allowed(coordinate, standing)].sort(), coordinate);
      for (const as of ['nobody', null]) {
        const { data } = await node.ask(
          query.includes('$id') ? `query ($id: ID!) { ${query} }` : `{ ${query} }`,
          { id },
          { as, at },
        );
        t.equal(valueAt(data, path), null, `${coordinate} as ${as ?? 'no token'}`);
      }
    }
  });

  await t.test('rule 5: a mutation is refused to whom @may does not name, and stores nothing', async (t) => {
    const before = await node.app.store.head();
    for (const [name, [standing, input]] of Object.entries(mutations(trial))) {
      const may = allowed(`Mutation.${name}`, standing);
      if (may.size === cast.length) continue;
      const got: string[] = [];
      for (const as of cast.filter((subject) => !may.has(subject))) got.push(`${as} ${await refusal(as, name, input)}`);
      t.strictSame(
        got.filter((line) => !/ (FORBIDDEN|NOT_FOUND)$/.test(line)),
        [],
        name,
      );
      t.equal(await refusal('nobody', name, input), 'FORBIDDEN', `${name} without a role`);
      t.equal(await refusal(null, name, input), 'UNAUTHENTICATED', `${name} without a token`);
    }
    t.equal(await node.app.store.head(), before);
  });

  await t.test('a mutation is open to whom @may names, whatever the rules then say', async (t) => {
    for (const [name, [standing, input]] of Object.entries(mutations(trial))) {
      const got: string[] = [];
      for (const as of allowed(`Mutation.${name}`, standing)) got.push(`${as} ${await refusal(as, name, input)}`);
      t.ok(got.length > 0);
      t.strictSame(
        got.filter((line) => !line.endsWith(' null')),
        [],
        name,
      );
    }
    t.equal(
      await refusal(null, 'answerSurvey', { token: 'x', answers: [] }),
      null,
      'answering a survey needs no login',
    );
  });
});

t.test('whatever may name a person or hold free text bears @may, or is known to be harmless', async (t) => {
  // Names and addresses of offices and networks are public among them; names of people who act are
  // shown by the rule at type Member.
  const HARMLESS = [
    'Network.name',
    'Office.name',
    'Office.nameKana',
    'Office.address',
    'Office.phone',
    'Viewer.name',
    'Member.name',
    'DelegationTerms.declineNote',
  ];
  const personal = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type.name !== 'ClientPersonal')
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    .filter((coordinate) =>
      /\.(name|nameKana|note|notes|condition|detail|address|phone|personal|documentedBy|amendReason|.*Note)$/.test(
        coordinate,
      ),
    );
  t.ok(personal.length > 12);
  t.strictSame(
    personal.filter((coordinate) => !may.has(coordinate) && !HARMLESS.includes(coordinate)),
    [],
  );
  t.strictSame(
    HARMLESS.filter((coordinate) => !personal.includes(coordinate)),
    [],
    'the list of harmless ones is not longer than needed',
  );
});
