import { z } from 'zod';
import type { ReportAsked, SurveyInReport } from '../../documents/evaluation/figures.ts';
import { inTokyo, monthSchema, toInstant } from '../../domain/calendar.ts';
import { surveysByIds } from '../../projections/surveys.ts';
import type { Download } from '../download.ts';
import { ReportForFileDocument, SurveyForReportDocument } from '../schema/documents.gen.ts';
import { shapeError } from '../shape-problems.ts';
import { checkMonths } from './export-asked.ts';
import type { Making } from './making.ts';

const shape = z.strictObject({
  from: monthSchema,
  to: monthSchema,
  knownAt: z
    .string()
    .optional()
    .transform((knownAt) => knownAt ?? null),
});

/** `Network.evaluationReportUrl`: the evaluation of a network's months as HTML (評価報告). */
export const evaluationReportFile: Download = {
  kind: 'evaluation-report',
  make: async ({ id, query }, making) => {
    const said = shape.safeParse(query);
    if (!said.success) throw shapeError(said.error, []);
    const { from, to, knownAt } = said.data;
    checkMonths({ from, to });
    const { network } = await making.ask(ReportForFileDocument, { id, from, to, knownAt });
    // Who may not have the address may not have the report.
    if (!network?.evaluationReportUrl || !network.indicators) return null;
    const closed = closedBefore(knownAt, network.surveys?.map((survey) => survey.id) ?? [], making);
    const asked: ReportAsked = {
      network,
      from,
      to,
      knownAt,
      madeAt: inTokyo(making.app.clock.now()),
      position: making.app.readModel.checkpoint,
      months: network.indicators,
      surveys: network.surveys ? await surveysOf(id, closed, making) : null,
    };
    const content = await making.made('evaluationReport', asked, asked.months.length + (asked.surveys?.length ?? 0));
    const name = `評価報告_${from}_${to}.html`;
    return { name, contentType: 'text/html; charset=utf-8', content };
  },
};

/** Those of the surveys that were closed before an instant, null: by now. */
const closedBefore = (knownAt: string | null, ids: readonly string[], { app }: Making): string[] =>
  surveysByIds(app.readModel, ids).flatMap(({ id, closedAt }) =>
    closedAt !== null && (knownAt === null || closedAt < toInstant(knownAt)) ? [id] : [],
  );

/**
 * Surveys with their results: of the network's people, and where some of these are hidden, of all
 * who were asked.
 */
const surveysOf = async (networkId: string, ids: readonly string[], making: Making): Promise<SurveyInReport[]> => {
  const surveys: SurveyInReport[] = [];
  for (const id of ids) {
    const own = await surveyOf(id, [networkId], making);
    if (!own) continue;
    const { networks, results, responses, answers, ...said } = own;
    const isWhole = networks.length === 1 || answers.every(({ n }) => typeof n === 'number');
    surveys.push({
      ...said,
      id,
      responses: responses.filter(({ network }) => network?.id === networkId),
      method: results.method,
      position: Number(results.position),
      answers,
      answersOfAll: isWhole ? null : ((await surveyOf(id, null, making))?.answers ?? null),
    });
  }
  return surveys;
};

const surveyOf = async (id: string, networkIds: string[] | null, making: Making) => {
  const { survey } = await making.ask(SurveyForReportDocument, { id, networkIds });
  const [group] = survey?.results?.groups ?? [];
  return survey?.results && group ? { ...survey, results: survey.results, answers: group.answers } : null;
};
