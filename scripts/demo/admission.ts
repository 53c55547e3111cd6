import { addDays, addMinutes, type Day, monthOfDay, toInstant } from '../../src/domain/calendar.ts';
import { type Caregiver, type Delegation, type Moment, type Office, visitFrom } from '../network-builder.ts';
import { timeOn } from './days.ts';
import type { SetPartner } from './setting.ts';
import { counted, outcomes, RESULTS } from './several.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';
import { tasksByUrgency } from './urgent-first.ts';

/** A client's visits, and who makes them. */
export interface Made {
  readonly stage: Stage;
  readonly of: SetPartner;
  readonly from: Day;
  readonly clientId: string;
  /** The last three visits lie after `admit`, the very last after the stay in hospital. */
  readonly delegation: Delegation;
  readonly office: Office;
  readonly caregiver: Caregiver;
}

/**
 * The client is admitted for some days: the assist office says a number on the telephone, all that
 * lies in these days is withdrawn at once, whatever it was asked for with; what lies after is made.
 * `day`: so many days after the demo's first.
 */
export const admit = (made: Made, day: number): void => {
  const { stage, of, from, clientId, delegation, caregiver } = made;
  const [elsewhere] = of.assists.filter(({ id }) => id !== made.office.id);
  const on = (clock: string, run: (then: Moment) => Promise<unknown>): void =>
    stage.timeline.add(timeOn(addDays(from, day), clock), run);
  on('09:20', (then) => {
    const visits = [{ ...visitFrom(timeOn(addDays(from, day + 3), '16:00'), 30), tasks: ['MEAL_ASSISTANCE'] }];
    const rounds = [{ officeIds: [elsewhere?.id], windowMinutes: 240 }];
    return then.request(of.partner, { clientId, visits, rounds });
  });
  on('09:35', (then) => findByNumber(made, then));
  on('09:40', (then) => withdraw(made, then, day));
  const last = delegation.visits.at(-1);
  if (!last) return;
  const at = (clock: string, minutes: number, run: (then: Moment) => Promise<unknown>): void =>
    stage.timeline.add(addMinutes(toInstant(clock), minutes), run);
  at(last.plannedStart, 2, (then) => then.punch(caregiver, 'startVisit', last.visitId));
  at(last.plannedEnd, 1, (then) => then.punch(caregiver, 'endVisit', last.visitId));
  const record = { tasks: [{ code: 'MEAL_ASSISTANCE', outcome: 'DONE' }], condition: '退院後、食欲が戻っています。' };
  at(last.plannedEnd, 5, (then) => then.record(caregiver, last.visitId, record));
  at(last.plannedEnd, 400, (then) => then.verify(of.partner, last.visitId, '電話で様子を確認しました。'));
};

const stays = ({ delegation }: Made) => delegation.visits.slice(-3, -1);

const findByNumber = async ({ stage, of, office, delegation, ...made }: Made, then: Moment): Promise<void> => {
  const [, visit] = stays({ stage, of, office, delegation, ...made });
  const told = await then.ask(office, 'query ($id: ID!) { visit(id: $id) { number } }', { id: visit?.visitId });
  const { number } = told.visit;
  const { network } = await then.ask(
    of.partner,
    `query ($id: ID!, $month: Month!, $number: String!, $whole: String!) { network(id: $id) {
      visitLedger(month: $month, filter: { number: $number }) { edges { node { visitId client { code } } } }
      delegations(filter: { number: $whole }) { edges { node { id number } } } } }`,
    {
      id: of.networkId,
      month: monthOfDay(visit?.plannedStart.slice(0, 10) ?? ''),
      number,
      whole: number.split('-').slice(0, 2).join('-'),
    },
  );
  const [line] = network.visitLedger.edges;
  const [delegated] = network.delegations.edges;
  same('one visit has the number', [network.visitLedger.edges.length, line?.node.visitId], [1, visit?.visitId]);
  same('one delegation has it', [network.delegations.edges.length, delegated?.node.id], [1, delegation.id]);
  stage.telling.tell(
    then.at ?? '',
    `電話で伝えた番号「${number}」で訪問（${line.node.client.code}）と委託${delegated.node.number}が見つかる`,
    `the number ${number}, said on the telephone, finds the visit (${line.node.client.code}) and its delegation`,
  );
};

const AFTERWARDS = `query ($id: ID!) {
  visit(id: $id) { status cancellation { percentOfFee } fee { delegationFeeYen } }
}`;

const withdraw = async (made: Made, then: Moment, day: number): Promise<void> => {
  const { stage, of, from, clientId, office, caregiver, delegation } = made;
  const span = { from: timeOn(addDays(from, day + 1), '00:00'), to: timeOn(addDays(from, day + 4), '00:00') };
  const why = { reason: 'ADMITTED', note: '検査のため3日間の入院になりました。' };
  const { results } = await then.send(of.partner, 'withdrawClientVisits', { clientId, ...span, ...why }, RESULTS);
  same('all of the span', outcomes(results).sort(), ['CANCELLED', 'CANCELLED', 'FREE']);
  const ask = async (visitId: string | undefined) => (await then.ask(office, AFTERWARDS, { id: visitId })).visit;
  const cancelled = await Promise.all(stays(made).map(({ visitId }) => ask(visitId)));
  const percents = cancelled.map(({ cancellation }) => cancellation.percentOfFee);
  same('the price goes by the notice given', percents, [50, 0]);
  same('what lies after it stands', (await ask(delegation.visits.at(-1)?.visitId)).status, 'SCHEDULED');
  const fees = cancelled.map(({ fee }) => fee.delegationFeeYen);
  stage.telling.tell(
    then.at ?? '',
    `入院で期間の訪問をまとめて取消: ${results.length}件（${counted(outcomes(results))}）、取消料 ${fees.join('円と')}円`,
    `withdrawClientVisits: ${results.length} visits of two delegations in one request, at ${fees.join(' and ')} yen`,
  );
  const told = await tasksByUrgency(then, caregiver);
  const notToGo = told.filter(({ kind }) => kind === 'VISIT_CANCELLED');
  same('the caregiver is told of each, before all else', told.slice(0, 2), notToGo);
  stage.telling.tell(
    then.at ?? '',
    `訪問介護員のやることの先頭: 取消${notToGo.length}件（${notToGo.map(({ number }) => number).join('、')}）`,
    `the caregiver's tasks begin with ${notToGo.length} cancelled visits: do not go`,
  );
  const ofPartner = await tasksByUrgency(then, of.partner);
  const byUrgency = counted(ofPartner.map(({ urgency }) => urgency));
  stage.telling.tell(
    then.at ?? '',
    `パートナー事業所のやること、急ぐ順: ${byUrgency}`,
    `the partner office's tasks, the urgent ones first: ${byUrgency}`,
  );
};
