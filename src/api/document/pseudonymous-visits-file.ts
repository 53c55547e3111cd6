import { randomInt } from 'node:crypto';
import { monthOf, toInstant } from '../../domain/calendar.ts';
import { timeBandOf } from '../../domain/evaluation/indicators.ts';
import {
  type CoarseVisit,
  HIDDEN_VALUE,
  hiddenWhereFew,
  KNOWN_TRAITS,
} from '../../domain/evaluation/pseudonymous-visits.ts';
import { LEAST_CASES } from '../../domain/evaluation/small-groups.ts';
import { MOST_LINES_OF_A_FILE, THRESHOLDS } from '../../domain/limits.ts';
import type { Download } from '../download.ts';
import { VisitsForAnalysisDocument, type VisitsForAnalysisQuery } from '../schema/documents.gen.ts';
import { isConsultantOfAll } from '../survey/visibility.ts';
import { type ExportAsked, exportAsked, monthsOf } from './export-asked.ts';
import type { ReadPage } from './making.ts';
import { CODEBOOK } from './pseudonymous-visits-codebook.ts';
import { allAtOnce, column, csvOfRows } from './tables.ts';

/** A line of the ledger, as it is read for the file. */
export type LineForAnalysis = NonNullable<VisitsForAnalysisQuery['network']>['visitLedger']['edges'][number]['node'];
interface Visit extends CoarseVisit {
  readonly status: string;
  readonly begun: string;
  readonly amended: string;
  readonly openException: string;
}

const minutesBandOf = (minutes: number): string => {
  if (minutes < 30) return 'UNDER_30';
  return minutes < 60 ? '30_TO_59' : '60_OR_MORE';
};
const dayKindOf = (day: string): string =>
  [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay()) ? 'WEEKEND' : 'WEEKDAY';
const MINUTE = 60_000;
/** Against the plan: punctual is up to ten minutes earlier or later. */
const begunOf = ({ plannedStart, actualStart }: LineForAnalysis): string => {
  if (!actualStart) return 'NOT_BEGUN';
  const late = (Date.parse(actualStart) - Date.parse(plannedStart)) / MINUTE;
  if (late < -10) return 'EARLY';
  if (late <= 10) return 'PUNCTUAL';
  return late <= 30 ? 'UP_TO_30_LATE' : 'OVER_30_LATE';
};
const yesNo = (isTrue: boolean): string => (isTrue ? 'YES' : 'NO');

const coarse = (line: LineForAnalysis): Visit => {
  const start = toInstant(line.plannedStart);
  return {
    month: monthOf(start),
    dayKind: dayKindOf(line.date),
    timeBand: timeBandOf(start),
    service: line.service,
    minutesBand: minutesBandOf(line.minutes),
    client: line.client.id,
    caregiver: line.caregiver?.id ?? null,
    partnerOffice: line.partnerOffice.id,
    assistOffice: line.assistOffice.id,
    status: line.status,
    begun: begunOf(line),
    amended: yesNo(line.recordVersion > 1),
    openException: yesNo(line.openExceptions > 0),
  };
};

const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = randomInt(n + 1);
    const [one, two] = [mixed[n], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[n], mixed[other]] = [two, one];
  }
  return mixed;
};

/** Names drawn by lot for one file: the next one calls the same person otherwise. */
const pseudonyms = (letter: string, ids: readonly (string | null)[]): ((id: string | null) => string | null) => {
  const drawn = new Map(
    shuffled([...new Set(ids)])
      .filter((id) => id !== null && id !== HIDDEN_VALUE)
      .map((id, n) => [id, `${letter}${n + 1}`]),
  );
  return (id) => drawn.get(id) ?? id;
};

/** The rows of a file for analysis, in an order by lot. */
export const visitsForAnalysis = (lines: readonly LineForAnalysis[]): readonly Visit[] => {
  const visits = shuffled(hiddenWhereFew(lines.map(coarse)));
  const client = pseudonyms(
    'C',
    visits.map((visit) => visit.client),
  );
  const caregiver = pseudonyms(
    'K',
    visits.map((visit) => visit.caregiver),
  );
  const office = pseudonyms(
    'O',
    visits.flatMap((visit) => [visit.partnerOffice, visit.assistOffice]),
  );
  return visits
    .map((visit) => ({
      ...visit,
      client: client(visit.client) ?? '',
      caregiver: caregiver(visit.caregiver),
      partnerOffice: office(visit.partnerOffice) ?? '',
      assistOffice: office(visit.assistOffice) ?? '',
    }))
    .toSorted((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)));
};

const of = column<Visit>;
export const COLUMNS = [
  of('month', ({ month }) => month),
  of('day_kind', ({ dayKind }) => dayKind),
  of('time_band', ({ timeBand }) => timeBand),
  of('service', ({ service }) => service),
  of('minutes_band', ({ minutesBand }) => minutesBand),
  of('client', ({ client }) => client),
  of('caregiver', ({ caregiver }) => caregiver),
  of('partner_office', ({ partnerOffice }) => partnerOffice),
  of('assist_office', ({ assistOffice }) => assistOffice),
  of('status', ({ status }) => status),
  of('begun', ({ begun }) => begun),
  of('amended', ({ amended }) => amended),
  of('open_exception', ({ openException }) => openException),
];

type CodebookRow = (typeof CODEBOOK)[number];
/** The methods sheet: on what the rows rest, and what of it is hidden. */
const methodsOf = (
  { from, to }: ExportAsked,
  position: number,
  lines: readonly LineForAnalysis[],
  visits: readonly Visit[],
): readonly CodebookRow[] => {
  const leftOut = lines.length - visits.length;
  const hidden = visits.flatMap((visit) => KNOWN_TRAITS.filter((trait) => visit[trait] === HIDDEN_VALUE)).length;
  const said: readonly (readonly [string, string | number, string])[] = [
    ['position', position, 'ログの位置'],
    ['months', `${from}/${to}`, '訪問の開始予定日の月'],
    ['filter', 'ALL', '絞り込みなし'],
    ['threshold', THRESHOLDS.usual, '同じ組合せの利用者と訪問介護員の、それぞれの最小の人数'],
    ['rows', visits.length, '行の数'],
    // As few as that would be somebody's.
    [
      'rows_left_out',
      leftOut > 0 && leftOut < LEAST_CASES ? HIDDEN_VALUE : leftOut,
      '人数の少ない月として除いた訪問の数',
    ],
    ['values_hidden', hidden, '秘匿した値の数'],
  ];
  return said.map(([name, value, meaning]) => [`(${name})`, '方法', String(value), meaning]);
};

const CODEBOOK_COLUMNS = (['variable', 'label', 'value', 'meaning'] as const).map((title, n) =>
  column<CodebookRow>(title, (row) => row[n]),
);

/**
 * ExportKind VISITS_PSEUDONYMOUS: the lines of the ledger for analysis, as CSV, coarse and under
 * names drawn by lot, small groups hidden; with `part=codebook` its codebook and methods sheet. For
 * the network's consultants alone.
 */
export const pseudonymousVisitsFile: Download = {
  kind: 'visits-pseudonymous',
  make: async ({ id: networkId, query }, making) => {
    const { part, ...rest } = query;
    const asked = exportAsked('VISITS_PSEUDONYMOUS', part === 'codebook' ? rest : query);
    if (!(await making.inTurn(async (context) => isConsultantOfAll([networkId], context)))) return null;
    const position = making.app.readModel.checkpoint;
    const lists = monthsOf(asked).map(
      (month): ReadPage<LineForAnalysis> =>
        async (page) => {
          const variables = { networkId, month, ...page };
          return (await making.ask(VisitsForAnalysisDocument, variables)).network?.visitLedger;
        },
    );
    const lines = await making.all({ lists, most: MOST_LINES_OF_A_FILE });
    const visits = visitsForAnalysis(lines);
    const { encoding } = asked;
    if (part === 'codebook') {
      const rows = [...CODEBOOK, ...methodsOf(asked, position, lines, visits)];
      return csvOfRows({ name: '訪問データ_変数表', columns: CODEBOOK_COLUMNS, encoding, ...allAtOnce(rows) }, making);
    }
    const name = `訪問データ_${asked.from}_${asked.to}`;
    return csvOfRows({ name, columns: COLUMNS, encoding, ...allAtOnce(visits) }, making);
  },
};
