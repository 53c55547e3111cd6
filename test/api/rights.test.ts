import { randomUUID } from 'node:crypto';
import { isObjectType } from 'graphql';
import t from 'tap';
import { startNode } from '../support/http-node.ts';
import {
  allowed,
  cast,
  contract,
  EVERYBODY,
  may,
  OF_CAREGIVER,
  OF_NETWORK,
  OF_OFFICE,
  OF_PAIR,
  OF_VISIT,
  type Standing,
} from '../support/standing.ts';
import { liveTrial, type Subject, type Trial } from '../support/trial.ts';

/**
 * Every field with `@may` that is no mutation's: whose thing it is, and how to come to one that
 * holds a value. `$id` is the thing's.
 */
const fields = (
  trial: Trial,
): Readonly<Record<string, readonly [standing: Standing, id: string, query: string, path: string]>> => {
  const { office, network, client, delegation, verified, cancelled, ahead, caregiver, statement, survey } = trial;
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
    'Network.indicators': [
      OF_NETWORK,
      network,
      'network(id: $id) { indicators(from: "2026-04", to: "2026-04") { visitsRequested } }',
      'network.indicators',
    ],
    'Network.evaluationReportUrl': [
      OF_NETWORK,
      network,
      'network(id: $id) { evaluationReportUrl(from: "2026-04", to: "2026-04") }',
      'network.evaluationReportUrl',
    ],
    'Network.surveys': [OF_NETWORK, network, 'network(id: $id) { surveys { id } }', 'network.surveys'],
    'Office.caregivers': [OF_OFFICE, office.a, 'office(id: $id) { caregivers { id } }', 'office.caregivers'],
    'Office.members': [OF_OFFICE, office.a, 'office(id: $id) { members { subject } }', 'office.members'],
    'Office.bankAccount': [OF_OFFICE, office.a, 'office(id: $id) { bankAccount { holderKana } }', 'office.bankAccount'],
    'Office.noticeEmail': [OF_OFFICE, office.a, 'office(id: $id) { noticeEmail }', 'office.noticeEmail'],
    'Caregiver.name': [OF_CAREGIVER, verified, 'visit(id: $id) { caregiver { id name } }', 'visit.caregiver.name'],
    'Client.name': [OF_VISIT, client, 'client(id: $id) { name }', 'client.name'],
    'Client.personal': [OF_VISIT, client, 'client(id: $id) { personal { name } }', 'client.personal.name'],
    'Client.candidates': [
      OF_PAIR,
      client,
      `client(id: $id) { candidates(visits: [{
        service: PHYSICAL_CARE, minutes: 30,
        plannedStart: "2026-05-21T10:00:00+09:00", plannedEnd: "2026-05-21T10:30:00+09:00"
      }]) { office { id } } }`,
      'client.candidates',
    ],
    'Client.plan': [OF_PAIR, client, 'client(id: $id) { plan(month: "2026-04") { id } }', 'client.plan'],
    'Client.careplanFiles': [
      OF_PAIR,
      client,
      'client(id: $id) { careplanFiles(month: "2026-04") { id } }',
      'client.careplanFiles',
    ],
    'Consent.documentedBy': [
      OF_PAIR,
      client,
      'client(id: $id) { consents { documentedBy } }',
      'client.consents.0.documentedBy',
    ],
    // Rule 11: the office that got nothing is out.
    'Delegation.note': [OF_PAIR, delegation, 'delegation(id: $id) { note }', 'delegation.note'],
    'DelegatedVisit.uncoveredOutcome': [
      OF_PAIR,
      trial.lapsed,
      'delegation(id: $id) { visits { uncoveredOutcome } }',
      'delegation.visits.0.uncoveredOutcome',
    ],
    'Offer.note': ofOffer('note'),
    'Offer.feeYen': ofOffer('feeYen'),
    'Cancellation.note': ofVisit(cancelled, 'cancellation { note }', 'cancellation.note'),
    'Visit.note': ofVisit(verified, 'note', 'note'),
    'Visit.handover': ofVisit(ahead, 'handover { id }', 'handover'),
    'Visit.openChange': ofVisit(ahead, 'openChange { id }', 'openChange'),
    'Visit.recordSheetUrl': ofVisit(verified, 'recordSheetUrl', 'recordSheetUrl'),
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
    'Statement.deductibleYen': [OF_PAIR, statement, 'statement(id: $id) { deductibleYen }', 'statement.deductibleYen'],
    'Query.statement': [OF_PAIR, statement, 'statement(id: $id) { id }', 'statement'],
    'Query.survey': [OF_NETWORK, survey, 'survey(id: $id) { id }', 'survey'],
    'Query.clients': [
      OF_PAIR,
      network,
      'clients(networkId: $id) { edges { node { code } } }',
      'clients.edges.0.node.code',
    ],
    'Query.viewer': [EVERYBODY, caregiver, 'viewer { subject }', 'viewer.subject'],
    'Query.office': [EVERYBODY, office.a, 'office(id: $id) { id }', 'office.id'],
    'Query.offices': [EVERYBODY, caregiver, 'offices { totalCount }', 'offices.totalCount'],
    'Query.careTasks': [EVERYBODY, caregiver, 'careTasks { code }', 'careTasks'],
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

t.test('rights to fields, by @may, for everybody', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);
  const at = trial.now;
  const noticeEmail = ['office@example.jp'];
  await node.mutate('changeOffice', { officeId: trial.office.a, noticeEmail }, { as: 'a', at });
  const account = { officeId: trial.office.a, bankCode: '0001', branchCode: '001', kind: 'ORDINARY' };
  await node.mutate('setBankAccount', { ...account, number: '1', holderKana: 'カ' }, { as: 'a', at });
  const change = { visitId: trial.ahead, minutes: 60, plannedEnd: '2026-05-20T11:00:00+09:00', reason: '検査' };
  await node.mutate('proposeVisitChange', change, { as: 'p', at });

  await t.test('the table knows every field that bears @may', async (t) => {
    const others = [...may.keys()].filter(
      (coordinate) => !/^(Mutation|Subscription)\./.test(coordinate) && coordinate !== 'Query.questionnaire',
    );
    t.strictSame(Object.keys(fields(trial)).sort(), others.sort());
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

  await t.test(
    'settlementPreview takes terms as they would be proposed, and knows both offices or nothing',
    async (t) => {
      const { network, office } = trial;
      const query = `query ($id: ID!, $assist: ID!, $terms: ProposeTermsInput) {
      network(id: $id) { settlementPreview(
        partnerOfficeId: "${office.p}", assistOfficeId: $assist, month: "2026-04", terms: $terms
      ) { lines { amountYen } } }
    }`;
      const ids = { networkId: network, partnerOfficeId: office.p, assistOfficeId: office.a };
      const proposed = { ...ids, effectiveFrom: '2026-04-01', feeBasis: 'PER_HOUR', yenPerHour: 6000 };
      const preview = async (assist: string, terms?: object) => {
        const { data, errors } = await node.ask(query, { id: network, assist, terms }, { as: 'p', at });
        return errors.length > 0
          ? errors.map(({ extensions: { code, path } }) => ({ code, path }))
          : data.network.settlementPreview;
      };
      const priced = await preview(office.a, proposed);
      t.ok(Array.isArray(priced.lines));
      t.strictSame(await preview(office.a, { ...proposed, commandId: randomUUID() }), priced);
      t.strictSame(await preview(office.a, { ...proposed, commandId: null }), priced);
      t.strictSame(await preview(office.a, { ...proposed, yenPerHour: -1 }), [
        { code: 'BAD_USER_INPUT', path: ['terms', 'yenPerHour'] },
      ]);
      t.equal(await preview(randomUUID()), null, 'no such office');
    },
  );
});

t.test('whatever may name a person or hold free text bears @may, or is known to be harmless', async (t) => {
  // Names and addresses of offices and networks are public among them; names of people who act are
  // shown by the rule at type Member.
  const HARMLESS = [
    'Network.name',
    'Office.name',
    'Office.nameKana',
    // Of a file: numbers of offices and a time.
    'CareplanFile.name',
    'Office.address',
    'Office.phone',
    'Viewer.name',
    'Member.name',
    'DelegationTerms.declineNote',
    // Reached through Visit.handover alone, which bears it.
    'Handover.condition',
    'Handover.notes',
  ];
  const personal = Object.values(contract.getTypeMap())
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
