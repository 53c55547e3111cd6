import { addDays, addMinutes, type Day } from '../../src/domain/calendar.ts';
import { textOfMail } from '../mail-server.ts';
import { type Caregiver, type Delegation, type Moment, type Office, visitFrom } from '../network-builder.ts';
import { timeOn } from './days.ts';
import { followLive } from './live.ts';
import { settleByFile } from './paid-by-file.ts';
import { networks } from './people.ts';
import type { SetPartner } from './setting.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';

export const TASKS = ['EXCRETION', 'BODY_CLEANING'];
const MINUTES = 45;
/** How long a mail that was refused may wait, in minutes of the demo. */
const MOST_MINUTES = 240;

/** A small office that looks in seldom, and whom it helps. */
export interface Small {
  readonly stage: Stage;
  readonly of: SetPartner;
  readonly office: Office;
  readonly caregiver: Caregiver;
  readonly request: (then: Moment, start: string) => Promise<Delegation>;
}

/**
 * An office of two joins: nobody of it is connected when it is asked, so it is told by mail; then
 * it follows what happens, and comes back where it was. It makes the visits.
 */
export const tellTheSmallOffice = (stage: Stage, of: SetPartner, from: Day): void => {
  const on = (day: number, clock: string, run: (then: Moment) => Promise<unknown>): void =>
    stage.timeline.add(timeOn(addDays(from, day), clock), run);
  on(4, '10:20', async (then) => {
    const office = await then.office('ota-d-coordinator', details, '石井 恵子');
    await then.join(of.networkId, office, 'ASSIST');
    await then.terms(of.networkId, of.partner, office, { percent: '84', confirmDays: 0 });
    const noticeEmail = ['yotei@aobabashi.example.jp', 'kanri@aobabashi.example.jp'];
    await then.send(office, 'changeOffice', { officeId: office.id, noticeEmail });
    const caregiver = await then.caregiver(office, { code: 'H01', name: '石井 恵子' }, 'ota-d-caregiver-1');
    const clientId = await then.client(of.networkId, of.partner, nightClient, '個人情報使用同意書');
    const request: Small['request'] = (then, start) =>
      then.request(of.partner, {
        clientId,
        mode: 'DIRECT',
        visits: [{ ...visitFrom(start, MINUTES), tasks: TASKS }],
        rounds: [{ officeIds: [office.id], windowMinutes: 720 }],
      });
    const small = { stage, of, office, caregiver, request };
    const visitOn = (day: number): string => timeOn(addDays(from, day), '20:15');
    on(8, '05:40', async (then) => {
      const { id, visits } = await askByNight(small, then, visitOn(10));
      on(8, '08:30', (then) => then.accept(office, id));
      on(8, '08:40', (then) => then.assign(office, visits[0]?.visitId ?? '', caregiver));
      make(small, visits);
    });
    on(8, '09:12', async (then) => make(small, await followLive(small, then, visitOn(11))));
    on(9, '09:00', () => nothingTwice(small));
    settleByFile(stage, of, office, from);
  });
};

/** Refused once by the mail server, tried again, taken; it says nothing of anybody. */
const askByNight = async ({ stage: { smtp, telling }, of, request }: Small, then: Moment, start: string) => {
  smtp.refuse.push('MAIL');
  const delegation = await request(then, start);
  await smtp.refused();
  let minutes = 0;
  // Only an act moves the demo's clock; each takes the server a moment, in which it may send.
  for (; smtp.mails.length === 0 && minutes < MOST_MINUTES; minutes += 1)
    await then.later(addMinutes(then.at ?? '', minutes)).ask(of.partner, '{ viewer { subject } }', {});
  await smtp.until(1);
  const [mail] = smtp.mails;
  const text = mail ? textOfMail(mail) : '';
  const personal = NAMES.filter((name) => text.includes(name) || mail?.raw.includes(name));
  same('a mail names nobody', personal, []);
  const [said = ''] = text.split('\n');
  telling.tell(
    then.at ?? '',
    `誰も接続していない事業所へメール（一度断られて再送、${mail?.to.length}宛先）:「${said}」個人情報なし`,
    `a mail, refused once and sent again, to the office nobody of which is connected: none of ${NAMES.length} names`,
  );
  return delegation;
};

const make = ({ stage: { timeline }, of, caregiver }: Small, visits: Delegation['visits']): void => {
  for (const { visitId, plannedStart } of visits) {
    const at = (minutes: number, run: (then: Moment) => Promise<unknown>): void =>
      timeline.add(addMinutes(plannedStart, minutes), run);
    at(2, (then) => then.punch(caregiver, 'startVisit', visitId));
    at(MINUTES + 1, (then) => then.punch(caregiver, 'endVisit', visitId));
    const tasks = TASKS.map((code) => ({ code, outcome: 'DONE' }));
    at(MINUTES + 6, (then) => then.record(caregiver, visitId, { tasks, condition: '皮膚の赤みはありません。' }));
    at(840, (then) => then.verify(of.partner, visitId, '記録を確認しました。'));
  }
};

/** What was seen on the screen is not told by mail as well. */
const nothingTwice = async ({ stage: { smtp } }: Small): Promise<void> => {
  const urgent = smtp.mails.filter((mail) => textOfMail(mail).includes('至急'));
  same('urgent mails', urgent.length, 1);
};

const details = {
  name: 'あおば橋訪問介護',
  municipality: '大田区',
  address: '東京都大田区架空町7-2-2',
  areaGrade: 'GRADE_1',
  services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
  phone: '03-0000-0000',
  latitude: 35.5713,
  longitude: 139.7124,
};
const nightClient = {
  code: 'OT-098',
  careLevel: 'CARE_4',
  area: '大田区架空町7丁目',
  personal: {
    name: '三隅 タカ',
    nameKana: 'ミスミ タカ',
    birthDate: '1934-09-19',
    address: '東京都大田区架空町7-5-3',
    phone: '03-0000-0000',
  },
};
/** Of everybody who could be named. */
const NAMES: readonly string[] = [
  ...networks.flatMap(({ offices, partners }) => [
    ...offices.flatMap(({ name, coordinator, caregivers }) => [
      name,
      coordinator,
      ...caregivers.map((one) => one.name),
    ]),
    ...partners.flatMap(({ clients }) => clients.flatMap(({ name, code, area }) => [name, code, area])),
  ]),
  details.name,
  nightClient.code,
  nightClient.area,
  ...Object.values(nightClient.personal),
];
