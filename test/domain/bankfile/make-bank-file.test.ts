import t from 'tap';
import { bankFile } from '../../../src/domain/bankfile/decider.ts';
import type { BankFileEvent } from '../../../src/domain/bankfile/events.ts';
import { checkTransferDate } from '../../../src/domain/bankfile/transfer-date.ts';
import { publicHolidays } from '../../../src/exchange/bank-days.ts';
import { EXAMPLE_EVENTS } from '../../support/example-events.ts';
import { refusalOf, specify } from '../../support/specification.ts';

const NOW = '2026-12-01T03:00:00.000Z';
const { data } = EXAMPLE_EVENTS.BankFileMade.full;
const made: BankFileEvent = { type: 'BankFileMade', data };

specify(t, bankFile, NOW, [
  { name: 'happens, rule 35: of those that took it', given: [], when: { type: 'MakeBankFile', ...data }, then: [made] },
  { name: 'repeated, rule 35: it is made', given: [made], when: { type: 'MakeBankFile', ...data }, then: [] },
  {
    name: 'stale, rule 35: who comes second, with another statement, finds it made',
    given: [made],
    when: { type: 'MakeBankFile', ...data, totalYen: 1 },
    then: [],
  },
]);

t.test('a transfer is made on a day on which banks are open, at most a month ahead', async (t) => {
  const isHoliday = await publicHolidays();
  const outcome = (day: string, now: string): string => {
    try {
      checkTransferDate(day, `${now}T03:00:00.000Z`, isHoliday);
      return 'open';
    } catch (error) {
      return refusalOf(error).refused;
    }
  };
  const cases: readonly (readonly [day: string, now: string, outcome: string])[] = [
    ['2026-12-01', '2026-12-01', 'open'],
    ['2026-11-30', '2026-12-01', 'TRANSFER_DATE_PAST'],
    ['2026-12-05', '2026-12-01', 'BANK_CLOSED'],
    ['2026-12-06', '2026-12-01', 'BANK_CLOSED'],
    ['2026-12-30', '2026-12-01', 'open'],
    ['2026-12-31', '2026-12-01', 'BANK_CLOSED'],
    ['2027-01-01', '2026-12-01', 'BANK_CLOSED'],
    ['2027-01-02', '2026-12-01', 'TRANSFER_DATE_TOO_FAR'],
    // A Sunday, and Monday the fourth, on which they open.
    ['2027-01-03', '2026-12-10', 'BANK_CLOSED'],
    ['2027-01-04', '2026-12-10', 'open'],
    // 国民の休日 between two holidays, 振替休日, and a holiday on a weekday.
    ['2026-09-22', '2026-09-01', 'BANK_CLOSED'],
    ['2027-03-22', '2027-03-01', 'BANK_CLOSED'],
    ['2026-11-23', '2026-11-01', 'BANK_CLOSED'],
    ['2026-11-24', '2026-11-01', 'open'],
    // A month from the last of January ends with February.
    ['2027-02-26', '2027-01-29', 'open'],
    ['2027-03-01', '2027-01-31', 'TRANSFER_DATE_TOO_FAR'],
    ['2027-01-15', '2026-12-16', 'open'],
  ];
  for (const [day, now, expected] of cases) t.equal(outcome(day, now), expected, `${day} on ${now}`);
});
