import { createHash } from 'node:crypto';
import { addDays, addMonths, type Day, firstDayOf, type Month, monthOfDay } from '../../src/domain/calendar.ts';
import { TABLE_6 } from '../../src/exchange/careplan-columns.ts';
import { formatCareplanName } from '../../src/exchange/careplan-name.ts';
import { toMs932 } from '../../src/exchange/ms932.ts';
import { type Moment, type Office, visitFrom } from '../network-builder.ts';
import type { Add } from './changes.ts';
import { timeOn } from './days.ts';
import type { SetPartner } from './setting.ts';
import { downloaded, type Stage } from './stage.ts';
import { same } from './telling.ts';

const MANAGER = { number: '9900000015', name: '架空ケアプランセンター' };
const client = {
  code: 'OT-096',
  careLevel: 'CARE_2',
  area: '大田区架空町2丁目',
  careManagementNumber: MANAGER.number,
  careManagementName: MANAGER.name,
  personal: {
    name: '今井 志づ',
    nameKana: 'イマイ シヅ',
    birthDate: '1942-03-09',
    address: '東京都大田区架空町2-4-7',
    phone: '03-0000-0000',
    insurerNumber: '131110',
    insuredNumber: 'H000000093',
  },
};
/** 身体介護2 in the early morning, on two days of the month after the demo's first. */
const CODE = '111212';
const CLOCK = { from: '06:30', to: '07:00', minutes: 30 };

/**
 * A care manager's 予定 comes as a file: the office imports it and delegates one of its visits, which
 * is made and verified; when the month is over its 実績 goes back.
 */
export const exchangeCarePlans = (stage: Stage, add: Add, of: SetPartner, from: Day): void => {
  const month = addMonths(monthOfDay(from), 1);
  const days = [firstDayOf(month), addDays(firstDayOf(month), 7)].map((day) => addDays(day, 1));
  const [assist] = of.assists;
  const [caregiver] = assist?.caregivers ?? [];
  const [first = ''] = days;
  if (!assist || !caregiver) return;
  const after = (day: Day): number => Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
  const onDay = after(first);
  const { networkId, partner } = of;
  add(4, '10:50', async (then) => {
    const clientId = await then.client(networkId, partner, client, '個人情報使用同意書');
    add(5, '11:20', async (then) => {
      const { delegation } = await importAndDelegate(stage, then, of, clientId, month, days);
      const [visit] = delegation.visits;
      if (!visit) return;
      add(5, '11:40', (then) => then.accept(assist, delegation.id));
      const [startedAt, endedAt] = [CLOCK.from, CLOCK.to].map((clock) => timeOn(first, clock));
      const record = { startedAt, endedAt, tasks: [{ code: 'WAKING_SLEEPING', outcome: 'DONE' }] };
      add(onDay, '09:20', (then) => then.record({ ...assist, id: caregiver.id }, visit.visitId, record));
      add(onDay + 1, '10:10', (then) => then.verify(partner, visit.visitId, '記録を確認しました。'));
      add(after(firstDayOf(addMonths(month, 1))), '09:10', (then) =>
        exportResults(stage, then, partner, clientId, month),
      );
    });
  });
};

/** What was made of the plan goes back to the care manager, and is kept as it was sent. */
const exportResults = async (stage: Stage, then: Moment, partner: Office, clientId: string, month: Month) => {
  const selection = 'file { name url rows sha256 }';
  const { file } = await then.send(partner, 'exportCareplan', { clientId, month }, selection);
  const bytes = await downloaded(stage, partner, file.url);
  same('the file is what its digest says', createHash('sha256').update(bytes).digest('hex'), file.sha256);
  stage.keep(file.name, bytes);
  stage.telling.tell(
    then.at ?? '',
    `ケアマネジャーへ${month}の実績を出力: ${file.rows}行（${file.name}、SHA-256 ${file.sha256.slice(0, 8)}…）`,
    `results for the care manager: ${file.rows} rows, kept with their digest`,
  );
};

const importAndDelegate = async (
  { telling }: Stage,
  then: Moment,
  { networkId, partner, assists: [assist] }: SetPartner,
  clientId: string,
  month: Month,
  days: readonly Day[],
) => {
  const { office } = await then.ask(partner, 'query ($id: ID!) { office(id: $id) { providerNumber } }', {
    id: partner.id,
  });
  const file = planFile(month, days, office.providerNumber);
  const input = { networkId, partnerOfficeId: partner.id, ...file };
  const take = () => then.send(partner, 'importCareplan', input, 'rows unchanged clients { code }');
  const [taken, again] = [await take(), await take()];
  same('a file taken twice changes nothing', [again.rows, again.unchanged], [taken.rows, taken.rows]);
  telling.tell(
    then.at ?? '',
    `ケアプランの予定を取込み: ${taken.rows}行（${taken.clients.length}名）。もう一度取り込んでも変更なし`,
    `a care manager's plan: ${taken.rows} rows; imported once more, ${again.unchanged} of them unchanged`,
  );
  const query = `query ($id: ID!) { client(id: $id) { plan(month: "${month}") { id plannedStart } } }`;
  const { client } = await then.ask(partner, query, { id: clientId });
  const [planned] = client.plan;
  const visits = [
    { ...visitFrom(planned.plannedStart, CLOCK.minutes), tasks: ['WAKING_SLEEPING'], plannedVisitId: planned.id },
  ];
  const rounds = [{ officeIds: [assist?.id], windowMinutes: 240 }];
  return { delegation: await then.request(partner, { clientId, visits, rounds }) };
};

/** As a care manager's software writes it. */
const planFile = (month: Month, days: readonly Day[], providerNumber: string) => {
  const written = month.replace('-', '');
  const line = (day: Day): string => {
    const said: Readonly<Record<string, string>> = {
      version: '202407',
      insurerNumber: client.personal.insurerNumber,
      insuredNumber: client.personal.insuredNumber,
      createdOn: day.replaceAll('-', ''),
      month: written,
      careManagementNumber: MANAGER.number,
      careManagementName: MANAGER.name,
      day: day.replaceAll('-', ''),
      start: CLOCK.from.replace(':', ''),
      end: CLOCK.to.replace(':', ''),
      times: '1',
      serviceCode: CODE,
      providerNumber,
      over30Days: '0',
    };
    return Object.keys(TABLE_6)
      .map((name) => said[name] ?? '')
      .join(',');
  };
  const fileName = formatCareplanName({
    kind: 'UPPLAN',
    month: written,
    from: { number: MANAGER.number, service: '43' },
    to: { number: providerNumber, service: '11' },
    stamp: `${written}01090000`,
  });
  const bytes = toMs932(days.map((day) => `${line(day)}\r\n`).join(''));
  return { fileName, contentBase64: bytes.toString('base64') };
};
