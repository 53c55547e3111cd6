import { invitationByToken } from '../../commands/answers.ts';
import { drawFrame } from '../../commands/facts/frame.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { withReach } from '../../domain/survey/disclosure.ts';
import { frameGroups } from '../../domain/survey/frame.ts';
import { optionsOf, questionsFor } from '../../domain/survey/questionnaire.ts';
import { responseRates, surveyIdsOf } from '../../projections/surveys.ts';
import { clients } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { downloadUrl } from '../download.ts';
import { apiError } from '../errors.ts';
import { networks } from '../network/visibility.ts';
import { caregivers, offices } from '../office/visibility.ts';
import type { Resolvers } from '../schema/types.gen.ts';
import type { Slice } from '../slice.ts';
import { surveyPageUrl } from '../survey-page/route.ts';
import { answersFile } from './answers-file.ts';
import { gatheredStudyOf } from './gathered.ts';
import { METHOD } from './method.ts';
import { surveyMutations } from './mutations.ts';
import { textsShown } from './texts.ts';
import { surveys } from './visibility.ts';

const BACKWARDS = {
  en: 'The period ends before it begins.',
  ja: '期間の始まりの日より前になっています。日付を確かめてください。',
};

const network = ({ networkId }: { networkId: Uuid }, context: ApiContext) => context.found(networks, networkId);

const resolvers: Resolvers = {
  Query: {
    survey: (_root, { id }, context) => context.visible(surveys, id),
    questionnaire: async (_root, { token }, context) => {
      const invitation = await invitationByToken(context.app.readModel, token);
      const survey = context.load(surveys, invitation?.surveyId ?? null);
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
    exportUrl: ({ id, status }, { format }, { app }) =>
      status === 'CLOSED' ? downloadUrl(app, answersFile.kind, id, { format }) : null,
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
      const person = context.load(caregivers, caregiverId) ?? context.load(clients, clientId);
      return person?.code ?? context.load(offices, officeId)?.name ?? '';
    },
    url: ({ token }, _args, { app }) => surveyPageUrl(app.publicUrl, token),
  },
};

export const surveySlice: Slice = {
  resolvers,
  mutations: surveyMutations,
  rights: [surveys],
  downloads: [answersFile],
};
