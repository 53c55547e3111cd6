import type { Site } from './site.ts';

/** Subjects of a trial in miniature. */
export const CAST = {
  admin: 'ADMIN_SUBJECTS',
  p: 'coordinator of the partner office',
  p2: 'a second coordinator of the partner office',
  a: 'coordinator of the assist office that holds the visits',
  b: 'coordinator of an assist office that was asked and got nothing',
  n: 'coordinator of an assist office of the network that was not asked',
  x: 'coordinator of the partner office of another network',
  'a.care': 'the caregiver assigned to the visits',
  'a.other': 'another caregiver of the same office',
  cons1: 'consultant of the network',
  cons2: 'consultant of the other network',
  aud1: 'auditor of the network',
  aud2: 'auditor of the other network',
} as const;
export type Subject = keyof typeof CAST;

const PROVIDER_NUMBERS = {
  p: '1370000001',
  a: '1370000002',
  b: '1370000003',
  n: '1370000004',
  x: '1370000005',
} as const;
const DAY = (day: string, time = '09:00'): string => `2026-${day}T${time}:00+09:00`;

/** Ids of what a trial in miniature holds, and the moment at which it stands. */
export interface Trial {
  readonly now: string;
  readonly office: Readonly<Record<'p' | 'a' | 'b' | 'n' | 'x', string>>;
  readonly network: string;
  readonly otherNetwork: string;
  readonly client: string;
  readonly terms: string;
  readonly delegation: string;
  /** Made, recorded, amended, verified and in the statement. */
  readonly verified: string;
  /** Withdrawn by the partner office after it had been assigned. */
  readonly cancelled: string;
  /** Assigned and still ahead. */
  readonly ahead: string;
  readonly caregiver: string;
  readonly statement: string;
  readonly survey: string;
}

/**
 * A trial in miniature, made through the API: a partner office, an assist office that takes three
 * visits (one made and settled, one withdrawn, one ahead), one that was asked in vain, one that was
 * not asked; another network beside it; consultants, auditors, a survey. Every free text is filled
 * in.
 */
export const liveTrial = async (node: Site): Promise<Trial> => {
  const done = async (
    as: Subject,
    at: string,
    name: string,
    input: Record<string, unknown>,
    selection = '',
    // biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
  ): Promise<any> => {
    const payload = await node.mutate(name, input, { as, at }, selection);
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  };
  const begin = DAY('04-01');
  const office = {} as Record<keyof typeof PROVIDER_NUMBERS, string>;
  for (const [who, providerNumber] of Object.entries(PROVIDER_NUMBERS)) {
    const input = {
      providerNumber,
      name: `事業所${who}`,
      municipality: '世田谷区',
      address: '世田谷1-1',
      areaGrade: 'GRADE_1',
      services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
    };
    const { office: made } = await done('admin', begin, 'registerOffice', input, 'office { id }');
    office[who as keyof typeof office] = made.id;
    await done('admin', begin, 'enrollMember', {
      subject: who,
      name: `担当${who}`,
      role: 'COORDINATOR',
      officeId: made.id,
    });
  }
  await done('admin', begin, 'enrollMember', {
    subject: 'p2',
    name: '担当p2',
    role: 'COORDINATOR',
    officeId: office.p,
  });
  const caregiverOf = async (name: string): Promise<string> => {
    const input = { officeId: office.a, name, qualifications: ['CERTIFIED_CARE_WORKER'] };
    return (await done('a', begin, 'enrollCaregiver', input, 'caregiver { id }')).caregiver.id;
  };
  const caregiver = await caregiverOf('介護太郎');
  await done('a', begin, 'enrollMember', {
    subject: 'a.care',
    role: 'CAREGIVER',
    officeId: office.a,
    caregiverId: caregiver,
  });
  await done('a', begin, 'enrollMember', {
    subject: 'a.other',
    role: 'CAREGIVER',
    officeId: office.a,
    caregiverId: await caregiverOf('介護次郎'),
  });

  const networkOf = async (
    name: string,
    members: readonly (readonly [keyof typeof office, string])[],
    number: number,
  ): Promise<string> => {
    const { network } = await done(
      'admin',
      begin,
      'formNetwork',
      { name, area: '世田谷', fiscalYear: 2026 },
      'network { id }',
    );
    for (const [who, role] of members) {
      await done('admin', begin, 'joinNetwork', {
        networkId: network.id,
        officeId: office[who],
        roles: [role],
        joinedOn: '2026-04-01',
      });
    }
    for (const [subject, role] of [
      [`cons${number}`, 'CONSULTANT'],
      [`aud${number}`, 'AUDITOR'],
    ]) {
      await done('admin', begin, 'appointToNetwork', { networkId: network.id, subject, name: subject, role });
    }
    return network.id;
  };
  const network = await networkOf(
    '第一',
    [
      ['p', 'PARTNER'],
      ['a', 'ASSIST'],
      ['b', 'ASSIST'],
      ['n', 'ASSIST'],
    ],
    1,
  );
  const otherNetwork = await networkOf('第二', [['x', 'PARTNER']], 2);
  const termsWith = async (assist: 'a' | 'b'): Promise<string> => {
    const pair = { networkId: network, partnerOfficeId: office.p, assistOfficeId: office[assist] };
    const content = {
      feeBasis: 'PERCENT_OF_BENEFIT',
      percent: '90',
      cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
    };
    const { terms } = await done(
      'p',
      begin,
      'proposeTerms',
      { ...pair, effectiveFrom: '2026-04-01', ...content },
      'terms { id }',
    );
    await done(assist, begin, 'agreeTerms', { termsId: terms.id });
    return terms.id;
  };
  const terms = await termsWith('a');
  await termsWith('b');
  const personal = { name: '山田花子', address: '世田谷区某町1-2-3', phone: '0300000000' };
  const registered = {
    networkId: network,
    partnerOfficeId: office.p,
    code: 'C-1',
    careLevel: 'CARE_2',
    area: '世田谷区某町',
    personal,
  };
  const { client } = await done('p', begin, 'registerClient', registered, 'client { id }');
  for (const scope of ['SHARE_WITHIN_NETWORK', 'SURVEY']) {
    await done('p', begin, 'giveConsent', {
      clientId: client.id,
      scope,
      givenOn: '2026-04-01',
      documentedBy: '同意書 第1号',
    });
  }

  const visitOn = (day: string) => ({
    service: 'PHYSICAL_CARE',
    minutes: 45,
    plannedStart: DAY(day, '10:00'),
    plannedEnd: DAY(day, '10:45'),
    tasks: ['MEAL'],
  });
  const request = {
    clientId: client.id,
    mode: 'FIRST_TO_ACCEPT',
    visits: [visitOn('04-10'), visitOn('04-12'), visitOn('05-20')],
    rounds: [{ officeIds: [office.a, office.b] }],
    note: '玄関は左側',
  };
  const asked = DAY('04-02');
  const { delegation } = await done('p', asked, 'requestDelegation', request, 'delegation { id visits { visitId } }');
  const [verified, cancelled, ahead] = delegation.visits.map((visit: { visitId: string }) => visit.visitId);
  await done('a', asked, 'acceptOffer', { delegationId: delegation.id, note: '伺えます' });
  for (const visitId of [verified, cancelled, ahead])
    await done('a', asked, 'assignCaregiver', { visitId, caregiverId: caregiver });

  const record = {
    visitId: verified,
    caregiverId: caregiver,
    startedAt: DAY('04-10', '10:00'),
    endedAt: DAY('04-10', '10:45'),
  };
  const tasks = [{ code: 'MEAL', outcome: 'DONE', note: '完食' }];
  const over = DAY('04-10', '11:00');
  await done('a.care', over, 'recordVisit', { ...record, tasks, condition: '良好', notes: '特になし' });
  await done('a.care', over, 'recordVisit', { ...record, tasks, condition: '良好', notes: '二度目の記録' });
  await done('a', over, 'amendVisitRecord', { visitId: verified, reason: '体調の追記', condition: '微熱' });
  const exceptions = await node.ask(
    'query ($id: ID!) { visit(id: $id) { exceptions { code resolvedAt } } }',
    { id: verified },
    { as: 'p', at: over },
  );
  for (const { code, resolvedAt } of exceptions.data.visit.exceptions) {
    if (resolvedAt === null)
      await done('p', over, 'resolveException', { visitId: verified, code, reason: '電話で確認' });
  }
  await done('p', over, 'verifyVisit', { visitId: verified });
  await done('p', DAY('04-11', '20:00'), 'withdrawVisits', {
    delegationId: delegation.id,
    visitIds: [cancelled],
    reason: 'CLIENT_REQUEST',
    note: '家族が来る',
  });

  const now = DAY('05-02');
  const closing = { networkId: network, partnerOfficeId: office.p, assistOfficeId: office.a, month: '2026-04' };
  const { statement } = await done('p', now, 'closeSettlement', closing, 'statement { id }');
  const { survey } = await done('cons1', now, 'draftSurvey', draft(network), 'survey { id }');
  return {
    now,
    office,
    network,
    otherNetwork,
    client: client.id,
    terms,
    delegation: delegation.id,
    verified,
    cancelled,
    ahead,
    caregiver,
    statement: statement.id,
    survey: survey.id,
  };
};

/** A survey of one question. */
const draft = (network: string) => ({
  networkIds: [network],
  study: 'trial',
  wave: 'BASELINE',
  title: '調査',
  questions: [{ code: 'q1', kind: 'LIKERT_5', text: '満足ですか', audiences: ['CAREGIVER', 'ASSIST_OFFICE'] }],
});
