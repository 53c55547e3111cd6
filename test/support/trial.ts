import { visitFrom } from '../../scripts/network-builder.ts';
import type { Site } from './site.ts';
import { momentAt } from './small-network.ts';

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
  /** Of a visit that nobody had, and of which the partner office has said what became of it. */
  readonly lapsed: string;
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
  const begin = momentAt(node, DAY('04-01'));
  const p = await begin.office('p');
  const a = await begin.office('a');
  const b = await begin.office('b');
  const n = await begin.office('n');
  const x = await begin.office('x');
  await begin.coordinator(p, 'p2', '担当p2');
  const caregiver = await begin.caregiver(a, { name: '介護太郎' }, 'a.care');
  await begin.caregiver(a, { name: '介護次郎' }, 'a.other');

  const network = await begin.network('第一', '世田谷');
  const otherNetwork = await begin.network('第二', '世田谷');
  await begin.join(network, p, 'PARTNER');
  for (const assist of [a, b, n]) await begin.join(network, assist, 'ASSIST');
  await begin.join(otherNetwork, x, 'PARTNER');
  for (const [id, number] of [
    [network, 1],
    [otherNetwork, 2],
  ] as const) {
    await begin.appoint(id, 'CONSULTANT', `cons${number}`);
    await begin.appoint(id, 'AUDITOR', `aud${number}`);
  }
  const terms = await begin.terms(network, p, a, { percent: '90' });
  await begin.terms(network, p, b, { percent: '90' });
  const personal = { name: '山田花子', address: '世田谷区某町1-2-3', phone: '0300000000' };
  const details = { code: 'C-1', area: '世田谷区某町', personal };
  const scopes = ['SHARE_WITHIN_NETWORK', 'SURVEY'];
  const client = await begin.client(network, p, details, '同意書 第1号', scopes);

  const asked = begin.later(DAY('04-02'));
  const visits = ['04-10', '04-12', '05-20'].map((day) => ({
    ...visitFrom(DAY(day, '10:00')),
    tasks: ['MEAL_ASSISTANCE'],
  }));
  const rounds = [{ officeIds: [a.id, b.id] }];
  const delegation = await asked.request(p, { clientId: client, visits, rounds, note: '玄関は左側' });
  await asked.accept(a, delegation.id, { note: '伺えます' });
  const [verified = '', cancelled = '', ahead = ''] = delegation.visits.map(({ visitId }) => visitId);
  for (const visitId of [verified, cancelled, ahead]) await asked.assign(a, visitId, caregiver);

  const inVain = [{ officeIds: [b.id] }];
  const lapsed = await asked.request(p, {
    clientId: client,
    visits: [visitFrom(DAY('04-05', '10:00'))],
    rounds: inVain,
  });
  const lapsedVisits = lapsed.visits.map(({ visitId }) => visitId);
  await begin.later(DAY('04-06')).send(p, 'answerUncovered', {
    delegationId: lapsed.id,
    visitIds: lapsedVisits,
    outcome: 'FAMILY',
    note: '娘が来た',
  });

  const over = begin.later(DAY('04-10', '11:00'));
  const record = {
    startedAt: DAY('04-10', '10:00'),
    endedAt: DAY('04-10', '10:45'),
    tasks: [{ code: 'MEAL_ASSISTANCE', outcome: 'DONE', note: '完食' }],
    condition: '良好',
  };
  await over.record(caregiver, verified, { ...record, notes: '特になし' });
  await over.record(caregiver, verified, { ...record, notes: '二度目の記録' });
  await over.send(a, 'amendVisitRecord', { visitId: verified, reason: '体調の追記', condition: '微熱' });
  await over.verify(p, verified, '電話で確認');
  const withdrawn = { visitIds: [cancelled], reason: 'CLIENT_REQUEST', note: '家族が来る' };
  await begin.later(DAY('04-11', '20:00')).send(p, 'withdrawVisits', { delegationId: delegation.id, ...withdrawn });

  const now = begin.later(DAY('05-02'));
  const statement = await now.close(network, p, a, '2026-04');
  if (statement === null) throw new Error('a visit to settle');
  const { survey } = await now.send({ subject: 'cons1' }, 'draftSurvey', draft(network), 'survey { id }');
  return {
    now: DAY('05-02'),
    office: { p: p.id, a: a.id, b: b.id, n: n.id, x: x.id },
    network,
    otherNetwork,
    client,
    terms,
    delegation: delegation.id,
    lapsed: lapsed.id,
    verified,
    cancelled,
    ahead,
    caregiver: caregiver.id,
    statement: statement.id,
    survey: survey.id,
  };
};

/** A survey of one question. */
export const draft = (network: string) => ({
  networkIds: [network],
  study: 'trial',
  wave: 'BASELINE',
  title: '調査',
  questions: [{ code: 'q1', kind: 'LIKERT_5', text: '満足ですか', audiences: ['CAREGIVER', 'ASSIST_OFFICE'] }],
});
