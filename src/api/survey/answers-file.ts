import { randomInt } from 'node:crypto';
import { shuffled } from '../../domain/survey/gathering.ts';
import type { Microdata } from '../../domain/survey/microdata.ts';
import { GROUP_COLUMNS, isMissing, MISSING, variablesOf } from '../../domain/survey/microdata.ts';
import { type NetworkRow, networksById } from '../../projections/networks.ts';
import { responseRates, type SurveyRow } from '../../projections/surveys.ts';
import { allAtOnce, type Column, csvOfRows } from '../document/tables.ts';
import type { Download } from '../download.ts';
import { apiError } from '../errors.ts';
import type { SurveyExport } from '../schema/types.gen.ts';
import { CODEBOOK_COLUMNS, type CodebookRow, codebookOf } from './codebook.ts';
import { gatheredStudyOf } from './gathered.ts';
import { METHOD } from './method.ts';
import { surveys } from './visibility.ts';

const FORMATS: readonly SurveyExport[] = ['CSV', 'CODEBOOK', 'JSON_LINES'];
const LOT = 2 ** 47;
const OF_ONE = { breakdown: [], filter: { audiences: null, networkIds: null, waves: null } } as const;

/**
 * `Survey.exportUrl`: the answers of a closed survey, a row a response, or their codebook (rule
 * 40).
 */
export const answersFile: Download = {
  kind: 'survey-answers',
  make: async ({ id, query }, making) => {
    const format = FORMATS.find((each) => each === query.format);
    if (!format) throw apiError('BAD_USER_INPUT', `format: one of ${FORMATS.join(', ')}`, ['format']);
    const found = await making.inTurn(async (context) => {
      const survey = context.visible(surveys, id);
      const gathered = survey && (await gatheredStudyOf(survey, OF_ONE, context)).find((each) => each.id === id);
      return gathered
        ? { survey: gathered, method: METHOD.ja, rates: responseRates(context.app.readModel, gathered) }
        : null;
    });
    if (!found) return null;
    const { survey } = found;
    const { app } = making;
    const names = namesOf(networksById(app.readModel, survey.networkIds));
    const data = await app.questions.ask('surveyAnswers', { surveyId: id });
    const columns = columnsOf(survey, names);
    if (format === 'CODEBOOK') {
      const rows = [...codebookOf(survey, [...names.values()]), ...methodsOf(found, data)];
      return csvOfRows({ name: '符号表', columns: CODEBOOK_COLUMNS, encoding: 'UTF8_BOM', ...allAtOnce(rows) }, making);
    }
    const rows = shuffled(
      data.rows,
      data.rows.map(() => randomInt(LOT) / LOT),
    );
    if (format === 'CSV') return csvOfRows({ name: '回答', columns, encoding: 'UTF8_BOM', ...allAtOnce(rows) }, making);
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map(({ title, cell }) => [title, cell(row)]))),
    );
    return {
      name: '回答.jsonl',
      contentType: 'application/jsonl; charset=utf-8',
      content: lines.map((line) => `${line}\n`).join(''),
    };
  },
};

/** Each network by a name of its own: with area and fiscal year (年度) where others have the same. */
const namesOf = (networks: readonly NetworkRow[]): ReadonlyMap<string, string> =>
  new Map(
    networks.map(({ id, name, area, fiscalYear }) => {
      const isAlone = networks.every((other) => other.id === id || other.name !== name);
      return [id, isAlone ? name : `${name}（${area}、${fiscalYear}年度）`];
    }),
  );

type Row = Microdata['rows'][number];

const columnsOf = ({ questions }: SurveyRow, names: ReadonlyMap<string, string>): readonly Column<Row>[] => [
  { title: GROUP_COLUMNS.audience, cell: ({ audience }) => audience ?? MISSING.HIDDEN },
  { title: GROUP_COLUMNS.network, cell: ({ networkId }) => names.get(networkId ?? '') ?? MISSING.HIDDEN },
  ...variablesOf(questions).map(({ name: title }, at) => ({
    title,
    cell: ({ values }: Row) => values[at] ?? MISSING.HIDDEN,
  })),
];

/** The methods sheet: on what the rows rest, and what of it is hidden. */
const methodsOf = (
  { survey, method, rates }: { survey: SurveyRow; method: string; rates: ReturnType<typeof responseRates> },
  { rows, leftOut }: Microdata,
): readonly CodebookRow[] => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const hiddenValues = sum(rows.map(({ values }) => values.filter((value) => value === MISSING.HIDDEN).length));
  const missingValues = sum(rows.map(({ values }) => values.filter(isMissing).length));
  const said: readonly (readonly [string, string | number, string])[] = [
    ['survey', survey.id, survey.title],
    ['study', survey.study, survey.wave],
    ['version', survey.version, '調査票の版'],
    ['position', survey.position, 'ログの位置'],
    ['filter', 'ALL', '対象者・ネットワークの絞り込みなし'],
    ['threshold', survey.threshold, '表示する最小の人数'],
    ['invited', sum(rates.map(({ invited }) => invited)), '依頼した人数'],
    ['answered', sum(rates.map(({ answered }) => answered)), '回答した人数'],
    ['rows', rows.length, '行の数'],
    ['rows_left_out', leftOut, '秘匿した回答の数'],
    ['values_hidden', hiddenValues, '秘匿した値の数'],
    ['values_missing', missingValues, '値のないセルの数（秘匿を含む）'],
    ['method', METHOD_OF_ROWS, method],
  ];
  return said.map(([name, value, label]) => ({ variable: `(${name})`, kind: 'METHOD', value, label }));
};

const METHOD_OF_ROWS = [
  '各行は1件の回答。番号と日時はなく、順序は無作為。自由記述は含まない。対象者とネットワークは、',
  'その行が属する閾値以上のまとまりで一つに定まる場合に限り記載する。まとまりで秘匿される設問、',
  'まとまりの一部の対象者だけに尋ねた設問、秘匿された設問を条件とする設問、閾値未満の人しか書いていない数値は秘匿する。',
].join('');
