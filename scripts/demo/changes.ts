import { addDays, addMonths, type Day, firstDayOf, monthOfDay } from '../../src/domain/calendar.ts';
import { type Moment, visitFrom } from '../network-builder.ts';
import { standAtTheDoor } from './at-the-door.ts';
import { tellTheSmallOffice } from './by-mail.ts';
import { exchangeCarePlans } from './care-plan-files.ts';
import { carePlans } from './care-plans.ts';
import { timeOn, weekdayFrom } from './days.ts';
import { dayWithoutSignal } from './no-signal.ts';
import { changePlans } from './plan-changes.ts';
import type { SetNetwork, SetOffice, SetPartner } from './setting.ts';
import type { Stage } from './stage.ts';

const ADMIN = { subject: 'admin' };
export type Add = (day: number, clock: string, run: (then: Moment, day: Day) => Promise<unknown>) => void;

/** What seldom happens: people, offices, terms and consents that come, change and go. */
export const liveChanges = (stage: Stage, networks: readonly SetNetwork[], from: Day): void => {
  const { timeline } = stage;
  const add: Add = (after, clock, run) => {
    const day = weekdayFrom(addDays(from, after));
    timeline.add(timeOn(day, clock), (then) => run(then, day));
  };
  const [ota, nerima, hachioji] = networks;
  const [mutual, neighbour] = ota?.partners ?? [];
  const [partner] = nerima?.partners ?? [];
  const [western] = hachioji?.partners ?? [];
  if (!ota || !mutual || !neighbour || !partner || !western || !hachioji)
    throw new Error('the demo has three networks');
  changeOffices(add, mutual, ota.offices);
  changePeople(add, ota, partner.partner);
  negotiate(add, partner, from);
  comeAndGo(add, western, hachioji.offices);
  withdrawConsents(add, partner, western);
  moveAndEnd(add, mutual, neighbour.partner);
  changePlans(timeline, mutual, from);
  standAtTheDoor(stage, mutual, from);
  tellTheSmallOffice(stage, mutual, from);
  dayWithoutSignal(stage, mutual, from);
  exchangeCarePlans(stage, add, neighbour, from);
};

/** A network that was not needed; another telephone number; a surcharge from a day on. */
const changeOffices = (add: Add, { partner }: SetPartner, offices: readonly SetOffice[]): void => {
  add(3, '11:00', async (then) => {
    const networkId = await then.network('大田南部ネットワーク準備会', '大田区');
    await then.send(ADMIN, 'dissolveNetwork', {
      networkId,
      reason: '大田パートナーネットワークで行うことになったため',
    });
  });
  const [, , moved] = offices;
  if (moved)
    add(16, '09:40', (then) => then.send(moved, 'changeOffice', { officeId: moved.id, phone: '03-0000-0001' }));
  add(20, '13:10', (then, day) => {
    const surchargesFrom = firstDayOf(addMonths(monthOfDay(day), 1));
    return then.send(partner, 'changeOffice', { officeId: partner.id, surcharges: ['SPECIFIED_1'], surchargesFrom });
  });
};

/** A qualification, a second employer, an enrolment that waits, people who go. */
const changePeople = (add: Add, { id: networkId, offices }: SetNetwork, office: SetOffice): void => {
  const [, , first, second] = offices;
  const [, learned] = office.caregivers;
  const [works] = first?.caregivers ?? [];
  const [invited] = second?.caregivers ?? [];
  if (!first || !second || !learned || !works || !invited) throw new Error('the first network has four offices');
  add(30, '10:20', (then) => {
    const changed = { caregiverId: learned.id, qualifications: ['INITIAL', 'PRACTITIONER'] };
    return then.send(office, 'changeCaregiver', changed);
  });
  const enrol = (then: Moment, at: SetOffice, name: string, subject: string) =>
    then.caregiver(at, { code: 'H09', name, qualifications: ['PRACTITIONER'] }, subject);
  add(12, '14:00', (then) => enrol(then, second, '川村 慎也', works.subject));
  add(15, '08:30', (then) => then.send(works, 'confirmMembership', { officeId: second.id }));
  add(40, '14:00', (then) => enrol(then, first, '望月 由紀', invited.subject));
  const clerk = `${office.key}-clerk`;
  add(2, '15:00', (then) => then.coordinator(office, clerk, '奥野 沙織'));
  const left = { subject: clerk, officeId: office.id, reason: '退職のため' };
  add(36, '17:30', (then) => then.send(office, 'removeMember', left));
  add(4, '16:00', (then) => then.appoint(networkId, 'AUDITOR', 'auditor-until-summer', '落合 博'));
  const moved = { networkId, subject: 'auditor-until-summer', reason: '人事異動のため' };
  add(25, '16:00', (then) => then.send(ADMIN, 'dismissFromNetwork', moved));
};

/** New terms: declined, proposed otherwise, agreed from the next month on. */
const negotiate = (add: Add, { networkId, partner, assists: [assist] }: SetPartner, from: Day): void => {
  if (!assist) return;
  const effectiveFrom = firstDayOf(addMonths(monthOfDay(from), 1));
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id, effectiveFrom };
  const proposal = { ...pair, feeBasis: 'PERCENT_OF_BENEFIT' };
  add(8, '10:00', async (then) => {
    const { terms } = await then.send(partner, 'proposeTerms', { ...proposal, percent: '80' }, 'terms { id }');
    const note = '移動の負担が増えているため、今の割合を下げることは難しいです。';
    add(10, '11:00', (then) => then.send(assist, 'declineTerms', { termsId: terms.id, note }));
  });
  add(14, '10:00', (then) => then.terms(networkId, partner, assist, { ...proposal, percent: '86' }));
};

/** An office that joins, and leaves before it has had a visit: its terms end first. */
const comeAndGo = (add: Add, { networkId, partner }: SetPartner, offices: readonly SetOffice[]): void => {
  const leaving = offices.at(-1);
  if (!leaving) return;
  add(6, '10:00', async (then) => {
    const termsId = await then.terms(networkId, partner, leaving, { percent: '85' });
    add(26, '10:00', (then, day) => {
      const ended = { termsId, endsOn: addDays(day, 10), reason: '生活援助の受入を終了するため' };
      return then.send(leaving, 'endTerms', ended);
    });
  });
  add(27, '11:00', (then, day) =>
    then.send(ADMIN, 'leaveNetwork', { networkId, officeId: leaving.id, leftOn: addDays(day, 9) }),
  );
};

/**
 * Another care level; consents withdrawn: to be surveyed, and to share data while visits are
 * accepted and asked for.
 */
const withdrawConsents = (add: Add, of: SetPartner, western: SetPartner): void => {
  const [client] = of.clients;
  const [other] = western.clients;
  if (!client || !other) return;
  add(33, '15:20', (then) => then.send(of.partner, 'changeClient', { clientId: client.id, careLevel: 'CARE_3' }));
  add(18, '11:30', (then, withdrawnOn) =>
    then.send(western.partner, 'withdrawConsent', { clientId: other.id, scope: 'SURVEY', withdrawnOn }),
  );
  add(21, '10:00', async (then, day) => {
    const clientId = await then.client(of.networkId, of.partner, leavingClient, '個人情報使用同意書');
    await shareAndWithdraw(add, of, clientId, then, day);
  });
};

const leavingClient = {
  code: 'NE-004',
  careLevel: 'CARE_2',
  area: '練馬区架空町2丁目',
  personal: {
    name: '志村 雪江',
    nameKana: 'シムラ ユキエ',
    birthDate: '1943-12-01',
    address: '東京都練馬区架空町2-9-9',
    phone: '03-0000-0000',
  },
};

const shareAndWithdraw = async (add: Add, of: SetPartner, clientId: string, then: Moment, day: Day): Promise<void> => {
  const { partner, assists } = of;
  const [care] = carePlans.houseworkAndShopping(1, '10:00', '10:00').visits.map((visit) => visit.care);
  if (!care) return;
  const visits = [7, 9].map((after) => ({
    ...visitFrom(timeOn(addDays(day, after), '10:00'), care.minutes, care.service),
    tasks: care.tasks,
  }));
  const rounds = [{ officeIds: assists.map(({ id }) => id), windowMinutes: 4_320 }];
  const delegation = await then.request(partner, { clientId, visits, rounds });
  const [accepted] = delegation.visits;
  const [assist] = assists;
  if (!accepted || !assist) return;
  const delegationId = delegation.id;
  add(21, '11:10', (then) => then.accept(assist, delegationId, { visitIds: [accepted.visitId] }));
  const withdrawn = { clientId, scope: 'SHARE_WITHIN_NETWORK' };
  add(24, '09:15', (then, withdrawnOn) => then.send(partner, 'withdrawConsent', { ...withdrawn, withdrawnOn }));
  const why = { reason: 'CONSENT_WITHDRAWN', note: 'ご本人の希望により、当事業所だけで訪問します。' };
  add(24, '09:40', (then) =>
    then.send(partner, 'withdrawVisits', { delegationId, visitIds: [accepted.visitId], ...why }),
  );
};

/**
 * A client moves to the other end of the ward: the partner office there takes over, and has visits
 * made from its first day on. Another goes into a home.
 */
const moveAndEnd = (add: Add, { networkId, partner }: SetPartner, next: SetOffice): void => {
  const register = (then: Moment, client: typeof leavingClient) =>
    then.client(networkId, partner, client, '個人情報使用同意書');
  add(11, '14:00', async (then) => {
    const clientId = await register(then, movingClient);
    add(17, '10:30', async (then, day) => {
      const on = addDays(day, 5);
      const consentDocumentedBy = '契約書・個人情報使用同意書（転居に伴い取り直し）';
      await then.send(partner, 'transferClient', { clientId, toOfficeId: next.id, on, consentDocumentedBy });
      add(28, '09:10', (then) => then.send(next, 'changeClient', { clientId, area: '大田区架空台5丁目' }));
    });
  });
  add(13, '14:30', async (then) => {
    const clientId = await register(then, endingClient);
    add(29, '16:20', (then, day) =>
      then.send(partner, 'endClient', { clientId, leftOn: addDays(day, 4), reason: 'ADMITTED' }),
    );
  });
};

const movingClient = {
  code: 'OT-091',
  careLevel: 'CARE_1',
  area: '大田区架空町3丁目',
  personal: {
    name: '若松 とみ',
    nameKana: 'ワカマツ トミ',
    birthDate: '1940-05-17',
    address: '東京都大田区架空町3-2-1',
    phone: '03-0000-0000',
  },
};
const endingClient = {
  code: 'OT-092',
  careLevel: 'CARE_4',
  area: '大田区架空町1丁目',
  personal: {
    name: '小野寺 清',
    nameKana: 'オノデラ キヨシ',
    birthDate: '1936-10-02',
    address: '東京都大田区架空町1-8-4',
    phone: '03-0000-0000',
  },
};
