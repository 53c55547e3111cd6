import { z } from 'zod';
import type { ReportAsked, SurveyInReport } from '../../documents/evaluation/figures.ts';
import { inTokyo, monthSchema } from '../../domain/calendar.ts';
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
    const closed = network.surveys?.filter(({ status }) => status === 'CLOSED');
    const asked: ReportAsked = {
      network,
      from,
      to,
      knownAt,
      madeAt: inTokyo(making.app.clock.now()),
      position: making.app.readModel.checkpoint,
      months: network.indicators,
      surveys: closed ? await surveysOf(id, closed, making) : null,
    };
    const content = await making.made('evaluationReport', asked, asked.months.length + (asked.surveys?.length ?? 0));
    const name = `評価報告_${from}_${to}.html`;
    return { name, contentType: 'text/html; charset=utf-8', content };
  },
};

/** Closed surveys with their results: of this network's people, where these are shown alone. */
const surveysOf = async (
  networkId: string,
  closed: readonly { readonly id: string }[],
  making: Making,
): Promise<SurveyInReport[]> => {
  const surveys: SurveyInReport[] = [];
  for (const { id } of closed) {
    const own = await surveyOf(id, networkId, [networkId], making);
    const found = own === null || isShown(own) ? own : await surveyOf(id, networkId, null, making);
    if (found) surveys.push(found);
  }
  return surveys;
};

const isShown = ({ answers }: SurveyInReport): boolean => answers.some(({ n }) => typeof n === 'number');

const surveyOf = async (
  id: string,
  networkId: string,
  networkIds: string[] | null,
  making: Making,
): Promise<SurveyInReport | null> => {
  const { survey } = await making.ask(SurveyForReportDocument, { id, networkIds });
  const [group] = survey?.results?.groups ?? [];
  if (!survey?.results || !group) return null;
  const { networks, results, ...said } = survey;
  return {
    ...said,
    id,
    responses: survey.responses.filter(({ network }) => network?.id === networkId),
    method: results.method,
    position: Number(results.position),
    ofAllNetworks: networkIds === null && networks.length > 1,
    answers: group.answers,
  };
};
