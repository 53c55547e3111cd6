import { randomUUID } from 'node:crypto';
import { addDays, addMinutes, type Day, type Instant } from '../../src/domain/calendar.ts';
import { type Moment, visitFrom } from '../network-builder.ts';
import { admit, type Made } from './admission.ts';
import { carePlans, type PlannedCare } from './care-plans.ts';
import { timeOn } from './days.ts';
import type { SetPartner } from './setting.ts';
import { counted, outcomes, RESULTS, type Result } from './several.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';

type Care = Pick<PlannedCare, 'minutes' | 'service' | 'tasks' | 'physicalMinutes'>;
const HOUR: Care = { tasks: ['MEAL_ASSISTANCE', 'MEDICATION'], service: 'PHYSICAL_CARE', minutes: 30 };
const MORNING: Care = carePlans.morningAndShopping(1, '', '').visits[0]?.care ?? HOUR;
const SEEN = 'むせこみあり。水分にとろみをつけると落ち着いて飲まれます。';
const NOTE = '退院後で食事量が安定しないため、毎食の様子を記録してください。';
/** Days after the first: of the visit before, of the day without a signal, and after it. */
const [ASKED, BEFORE, ASKED_AGAIN, DAY, ADMITTED] = [36, 38, 39, 42, 43];
/** Of the second request: three on the day, then one in the morning of each of some later days. */
const CLOCKS = ['08:30', '12:30', '17:00'];
const LATER_DAYS = [44, 45, 48];

const careOf = (n: number): Care => (n === 0 ? MORNING : HOUR);
const rowOf = (start: Instant, { minutes, service, tasks, ...more }: Care) => ({
  ...visitFrom(start, minutes, service),
  tasks,
  ...(more.physicalMinutes ? { physicalMinutes: more.physicalMinutes } : {}),
});

interface Ground {
  readonly stage: Stage;
  readonly of: SetPartner;
  readonly from: Day;
  readonly clientId: string;
}
/**
 * A client is new: whom to ask is looked up, the caregiver reads what the one before wrote, has no
 * signal for a day, sends everything in the evening; then the client is admitted, and what was
 * asked for is withdrawn.
 */
export const dayWithoutSignal = (stage: Stage, of: SetPartner, from: Day): void => {
  const [, first] = of.assists;
  if (!first) return;
  const on = (day: number, clock: string, run: (then: Moment) => Promise<unknown>): void =>
    stage.timeline.add(timeOn(addDays(from, day), clock), run);
  on(ASKED, '10:05', async (then) => {
    const clientId = await then.client(of.networkId, of.partner, newClient, '個人情報使用同意書');
    const start = timeOn(addDays(from, BEFORE), '16:00');
    const rounds = [{ officeIds: [first.id], windowMinutes: 240 }];
    const { id, visits } = await then.request(of.partner, { clientId, visits: [rowOf(start, HOUR)], rounds });
    const caregiver = await then.caregiver(first, thereBefore, `${first.key}-no-signal`);
    const visitId = visits[0]?.visitId ?? '';
    on(ASKED, '10:40', (then) => then.accept(first, id));
    on(ASKED, '10:50', (then) => then.assign(first, visitId, caregiver));
    on(BEFORE, '16:00', (then) => then.punch(caregiver, 'startVisit', visitId));
    on(BEFORE, '16:30', (then) => then.punch(caregiver, 'endVisit', visitId));
    const record = { tasks: HOUR.tasks.map((code) => ({ code, outcome: 'DONE' })), condition: SEEN };
    on(BEFORE, '16:34', (then) => then.record(caregiver, visitId, record));
    on(ASKED_AGAIN, '09:30', (then) => askWhoCan({ stage, of, from, clientId }, then, visitId));
  });
};

const CANDIDATES = `query ($id: ID!, $visits: [DelegatedVisitInput!]!) {
  client(id: $id) { candidates(visits: $visits) { office { id name } obstacles distanceMeters visitsToClient feeYen } }
}`;
interface Candidate {
  readonly office: { readonly id: string; readonly name: string };
  readonly obstacles: readonly string[];
  readonly distanceMeters: number | null;
  readonly visitsToClient: number;
  readonly feeYen: number;
}

/** Whom to ask; the first of them is asked, takes all, and says who goes. */
const askWhoCan = async (ground: Ground, then: Moment, visitBefore: string): Promise<void> => {
  const { stage, of, from, clientId } = ground;
  const starts = [
    ...CLOCKS.map((clock) => timeOn(addDays(from, DAY), clock)),
    ...LATER_DAYS.map((day) => timeOn(addDays(from, day), '08:30')),
  ];
  const visits = starts.map((start, n) => rowOf(start, careOf(n)));
  const { client } = await then.ask(of.partner, CANDIDATES, { id: clientId, visits });
  const candidates: readonly Candidate[] = client.candidates;
  const [best] = candidates;
  const not = candidates.filter(({ obstacles }) => obstacles.length > 0);
  const office = of.assists.find(({ id }) => id === best?.office.id);
  if (!best || !office) throw new Error('nobody can be asked');
  same('who knows the client stands first, with nothing against it', best.visitsToClient, 1);
  same('who cannot be asked stands last', candidates.slice(candidates.length - not.length), not);
  const said = not.map(({ office, obstacles }) => `${office.name} (${obstacles.join(', ')})`).join(', ');
  const { name } = best.office;
  const about = `訪問歴${best.visitsToClient}回、${best.distanceMeters}m、${best.feeYen}円`;
  stage.telling.tell(
    then.at ?? '',
    `誰に頼めるか: ${candidates.length}事業所のうち第一候補は${name}（${about}）。頼めない: ${said}`,
    `candidates: of ${candidates.length} offices first the one that knows the client; obstacles: ${said}`,
  );
  const input = { clientId, mode: 'DIRECT', visits, rounds: [{ officeIds: [office.id], windowMinutes: 240 }] };
  const delegation = await then.request(of.partner, { ...input, note: NOTE });
  const on = (day: number, clock: string, run: (then: Moment) => Promise<unknown>): void =>
    stage.timeline.add(timeOn(addDays(from, day), clock), run);
  on(ASKED_AGAIN, '10:10', (then) => then.accept(office, delegation.id));
  on(ASKED_AGAIN, '10:30', async (then) => {
    const caregiver = await then.caregiver(office, sent, `${office.key}-offline`);
    const made = { stage, of, from, clientId, delegation, office, caregiver };
    await assignAll(made, then);
    on(DAY, '07:30', (then) => readTheDay(made, then));
    on(DAY, '20:40', (then) => uploadTheDay(made, then));
    on(ADMITTED, '09:10', (then) => verifyTogether(made, then, visitBefore));
    admit(made, ADMITTED);
  });
};

const assignAll = async ({ stage, delegation, office, caregiver }: Made, then: Moment): Promise<void> => {
  const visitIds = delegation.visits.map(({ visitId }) => visitId);
  const input = { visitIds, caregiverId: caregiver.id };
  const { results } = await then.send(
    office,
    'assignCaregiverToVisits',
    input,
    'results { visit { caregiver { id } } }',
  );
  const assigned = results.map(({ visit }: { visit: { caregiver: { id: string } } }) => visit.caregiver.id);
  same(
    'all are assigned',
    assigned,
    visitIds.map(() => caregiver.id),
  );
  stage.telling.tell(
    then.at ?? '',
    `担当の割り当て: ${assigned.length}件を1回の送信で`,
    `assignCaregiverToVisits: ${assigned.length} visits in one request`,
  );
};

/** At home, before the signal is gone: the day's list, the note and what the one before wrote. */
const readTheDay = async ({ stage, delegation, caregiver, from }: Made, then: Moment): Promise<void> => {
  const day = addDays(from, DAY);
  const { viewer } = await then.ask(
    caregiver,
    `query ($day: Date!) { viewer { visits(from: $day, to: $day) { edges { node { visitId number
      visit { note handover { condition } } } } } } }`,
    { day },
  );
  const nodes = viewer.visits.edges.map(({ node }: { node: { visitId: string } }) => node);
  const ofTheDay = delegation.visits.slice(0, CLOCKS.length).map(({ visitId }) => visitId);
  same(
    'the list of the day',
    nodes.map(({ visitId }: { visitId: string }) => visitId),
    ofTheDay,
  );
  const [{ number, visit }] = nodes;
  same('the note', visit.note, NOTE);
  same('the handover', visit.handover, [{ condition: SEEN }]);
  stage.telling.tell(
    then.at ?? '',
    `訪問介護員の一日の予定: ${nodes.length}件（${number}ほか）。申し送り「${visit.handover[0].condition}」`,
    `the caregiver's list of the day: ${nodes.length} visits, with the note and the last record of the client`,
  );
};

const HISTORIES = 'query ($id: ID!) { visit(id: $id) { status history { eventId } } }';

/** What the telephone kept all day: the third visit's end was never pressed. */
const uploadTheDay = async (made: Made, then: Moment): Promise<void> => {
  const { stage, delegation, caregiver } = made;
  const visits = delegation.visits.slice(0, CLOCKS.length);
  const kept = (start: string, minutes: number) => ({
    at: addMinutes(start, minutes),
    method: 'QR',
    commandId: randomUUID(),
  });
  const record = (n: number) => ({
    caregiverId: caregiver.id,
    tasks: careOf(n).tasks.map((code) => ({ code, outcome: 'DONE' })),
    condition: ['水分300ml。むせこみなし。', '主食8割。', '全量召し上がりました。'][n],
    commandId: randomUUID(),
  });
  const upload = {
    starts: visits.map(({ visitId, plannedStart }, n) => ({ visitId, ...kept(plannedStart, n) })),
    ends: visits.slice(0, 2).map(({ visitId, plannedEnd }, n) => ({ visitId, ...kept(plannedEnd, n) })),
    records: visits.map(({ visitId }, n) => ({ visitId, ...record(n) })),
  };
  const send = async (input: object): Promise<string[]> =>
    outcomes((await then.send(caregiver, 'uploadVisits', { ...input }, RESULTS)).results);
  const histories = async (): Promise<unknown> =>
    Promise.all(visits.map(({ visitId }) => then.ask(made.office, HISTORIES, { id: visitId })));
  const first = await send(upload);
  const refused = first.filter((one) => one === 'TIME_MISSING').length;
  const taken = first.length - refused;
  same('all is taken but the record without an end', [first.length, refused, first.at(-1)], [8, 1, 'TIME_MISSING']);
  const after = await histories();
  const again = await send(upload);
  same('a repeat is answered alike', again.filter((one) => one === 'TIME_MISSING').length, refused);
  same('a repeat changes nothing', await histories(), after);
  const { visitId = '', plannedEnd = '' } = visits[2] ?? {};
  const [whole] = await send({ records: [{ visitId, ...record(2), endedAt: addMinutes(plannedEnd, -1) }] });
  same('with its end the third is taken', whole, 'RECORDED');
  stage.telling.tell(
    then.at ?? '',
    `電波のない一日の記録を夜に送信: ${first.length}件中${taken}件を受付、終了のない1件だけ不受理。再送は無害、補って受付`,
    `uploadVisits: ${taken} of ${first.length} parts taken, one without an end refused; safe to repeat`,
  );
};

/** Two requests: what does not fit is answered for in between. */
const verifyTogether = async (made: Made, then: Moment, visitBefore: string): Promise<void> => {
  const { stage, of, delegation } = made;
  const visitIds = [visitBefore, ...delegation.visits.slice(0, CLOCKS.length).map(({ visitId }) => visitId)];
  const verify = async (visitIds: readonly string[]): Promise<Result[]> =>
    (await then.send(of.partner, 'verifyVisits', { visitIds }, RESULTS)).results;
  const first = await verify(visitIds);
  same('the one whose end was entered by hand waits', outcomes(first), [
    'VERIFIED',
    'VERIFIED',
    'VERIFIED',
    'OPEN_EXCEPTION',
  ]);
  const visitId = visitIds.at(-1);
  const reason = '終了の打刻漏れ。ご家族にも確認しました。';
  await then.send(of.partner, 'resolveException', { visitId, code: 'MANUAL_TIME', reason });
  same('answered for, it is verified', outcomes(await verify(visitIds.slice(-1))), ['VERIFIED']);
  stage.telling.tell(
    then.at ?? '',
    `まとめて確定: ${counted(outcomes(first))}。手入力の時刻を確認して残りも確定`,
    `verifyVisits: ${counted(outcomes(first))}; once the exception was answered, the rest`,
  );
};

const thereBefore = { code: 'H25', name: '高梨 環', qualifications: ['PRACTITIONER'] };
const sent = { code: 'H26', name: '結城 まどか', qualifications: ['CERTIFIED_CARE_WORKER'] };
const newClient = {
  code: 'OT-097',
  careLevel: 'CARE_3',
  area: '大田区架空町4丁目',
  personal: {
    name: '門脇 スミ',
    nameKana: 'カドワキ スミ',
    birthDate: '1940-06-30',
    address: '東京都大田区架空町4-3-12',
    phone: '03-0000-0000',
    latitude: 35.5576,
    longitude: 139.7201,
  },
};
