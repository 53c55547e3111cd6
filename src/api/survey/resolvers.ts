import { invitationByToken } from '../../commands/answers.ts';
import { drawFrame } from '../../commands/facts/frame.ts';
import type { ResultsAsked } from '../../commands/survey-results.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { withReach } from '../../domain/survey/disclosure.ts';
import { frameGroups } from '../../domain/survey/frame.ts';
import { batchSize } from '../../domain/survey/gathering.ts';
import { optionsOf, questionsFor } from '../../domain/survey/questionnaire.ts';
import {
  closedSurveysOfStudy,
  responseRates,
  type SurveyRow,
  surveyIdsOf,
  surveysByIds,
  waitingGroups,
} from '../../projections/surveys.ts';
import { clients } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { networks } from '../network/visibility.ts';
import { caregivers, offices } from '../office/visibility.ts';
import type { Resolvers } from '../schema/types.gen.ts';
import type { Slice } from '../slice.ts';
import { surveyPageUrl } from '../survey-page/route.ts';
import { METHOD } from './method.ts';
import { surveyMutations } from './mutations.ts';
import { textsShown } from './texts.ts';
import { surveys } from './visibility.ts';

const BACKWARDS = {
  en: 'The period ends before it begins.',
  ja: '期間の始まりの日より前になっています。日付を確かめてください。',
};

/**
 * The closed surveys of a study that results rest on, as they stand once their answers are
 * gathered: figures from before and after the last batch could be subtracted. Those that were
 * closed after the survey are taken in where waves are asked for. Throws SURVEY_NOT_CLOSED.
 */
const gatheredStudyOf = async (
  survey: SurveyRow,
  { breakdown, filter }: Pick<ResultsAsked, 'breakdown' | 'filter'>,
  context: ApiContext,
): Promise<readonly SurveyRow[]> => {
  const { readModel } = context.app;
  if (survey.status !== 'CLOSED') throw apiError('SURVEY_NOT_CLOSED', 'Results are shown after the closing alone.');
  const ofWaves = filter.waves !== null || breakdown.includes('WAVE');
  const ids = closedSurveysOfStudy(readModel, survey).flatMap(({ id, closedPosition }) =>
    ofWaves || (closedPosition ?? 0) <= (survey.closedPosition ?? 0) ? [id] : [],
  );
  const isGathered = (id: Uuid): boolean => waitingGroups(readModel, id).every((group) => batchSize(group) === 0);
  await readModel.until(() => ids.every(isGathered));
  context.forgetRows();
  return surveysByIds(readModel, ids).sort((a, b) => (a.closedPosition ?? 0) - (b.closedPosition ?? 0));
};

const network = ({ networkId }: { networkId: Uuid }, context: ApiContext) => context.found(networks, networkId);

const resolvers: Resolvers = {
  Query: {
    survey: (_root, { id }, context) => context.visible(surveys, id),
    questionnaire: async (_root, { token }, context) => {
      const invitation = await invitationByToken(context.app.readModel, token);
      const survey = await context.load(surveys, invitation?.surveyId ?? null);
      return invitation && survey ? { invitation, survey } : null;
    },
  },
  Network: {
    surveys: async ({ id }, _args, context) => {
      const rows = await Promise.all(
        surveyIdsOf(context.app.readModel, id).map((surveyId) => context.visible(surveys, surveyId)),
      );
      return rows.filter((row) => row !== null);
    },
  },
  Survey: {
    networks: async ({ networkIds }, _args, context) =>
      Promise.all(networkIds.map((networkId) => network({ networkId }, context))),
    frame: ({ frame, threshold }) => withReach(frame, threshold),
    framePreview: async (survey, { periodFrom, periodTo }, { app }) => {
      if (survey.opensOn !== null) return null;
      if (periodTo < periodFrom) throw apiError('BAD_USER_INPUT', BACKWARDS, ['periodTo']);
      const respondents = await drawFrame(app, survey, periodFrom, periodTo, dayOf(app.clock.now()));
      return withReach(frameGroups(respondents), survey.threshold);
    },
    responses: (survey, _args, { app }) => responseRates(app.readModel, survey),
    results: async (survey, { breakdown, filter }, context) => {
      const asked = {
        breakdown: breakdown ?? [],
        filter: {
          audiences: filter?.audiences ?? null,
          networkIds: filter?.networkIds ?? null,
          waves: filter?.waves ?? null,
        },
      };
      const study = await gatheredStudyOf(survey, asked, context);
      const studyIds = study.map(({ id }) => id);
      const position = Math.max(...study.map((each) => each.position));
      const groups = await context.app.questions.ask('surveyResults', { surveyId: survey.id, studyIds, ...asked });
      return {
        groups,
        suppressedGroups: groups.filter(({ suppressed }) => suppressed).length,
        method: METHOD[context.language],
        position,
      };
    },
  },
  Question: { options: (question) => [...optionsOf(question)] },
  FrameGroup: { network: (row, _args, context) => network(row, context) },
  ResponseRate: { network: (row, _args, context) => network(row, context) },
  ResultGroup: {
    network: ({ networkId }, _args, context) => (networkId === null ? null : network({ networkId }, context)),
  },
  QuestionResult: { texts: (row, _args, context) => textsShown(row, context) },
  Questionnaire: {
    title: ({ survey }) => survey.title,
    intro: ({ survey }) => survey.intro,
    anonymous: ({ survey }) => survey.anonymous,
    audience: ({ invitation }) => invitation.audience,
    questions: ({ survey, invitation }) => [...questionsFor(survey.questions, invitation.audience)],
    closesOn: ({ survey }) => survey.closesOn,
    answered: ({ invitation }) => invitation.status === 'USED' || invitation.status === 'GATHERED',
  },
  Invitation: {
    audience: ({ respondent }) => respondent.audience,
    office: ({ respondent }, _args, context) => context.load(offices, respondent.officeId),
    recipient: async ({ respondent }, _args, context) => {
      const { caregiverId, clientId, officeId } = respondent;
      const person = (await context.load(caregivers, caregiverId)) ?? (await context.load(clients, clientId));
      return person?.code ?? (await context.load(offices, officeId))?.name ?? '';
    },
    url: ({ token }, _args, { app }) => surveyPageUrl(app.publicUrl, token),
  },
};

export const surveySlice: Slice = { resolvers, mutations: surveyMutations, rights: [surveys] };
