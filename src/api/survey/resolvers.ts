import { invitationByToken } from '../../commands/answers.ts';
import { drawFrame } from '../../commands/facts/frame.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { withReach } from '../../domain/survey/disclosure.ts';
import { frameGroups } from '../../domain/survey/frame.ts';
import { batchSize } from '../../domain/survey/gathering.ts';
import { optionsOf, questionsFor } from '../../domain/survey/questionnaire.ts';
import { responseRates, surveyIdsOf, waitingGroups } from '../../projections/surveys.ts';
import { clients } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { networks } from '../network/visibility.ts';
import { caregivers, offices } from '../office/visibility.ts';
import type { Resolvers } from '../schema/types.gen.ts';
import type { Slice } from '../slice.ts';
import { surveyPageUrl } from '../survey-page/route.ts';
import { surveyMutations } from './mutations.ts';
import { surveys } from './visibility.ts';

const METHOD = {
  ja: [
    '閾値未満の集団は表示しない。差し引きで分かる場合は次に小さい集団も隠す（残余規則）。',
    '平均は標本標準偏差とt分布の95%信頼区間、割合はWilsonの95%信頼区間。nはその設問への回答数。',
    '同じ尺度や同じ文言の設問は、一部だけに答えた人が少なく差し引きで分かる場合、',
    'そのうち尋ねられたものすべてに答えた人だけを数える。',
  ].join(''),
  en: [
    'Groups under the threshold are hidden, and the next smallest ones where they could be found by subtraction',
    '(remainder rule). Sample standard deviation; 95 % intervals by Student’s t for means, by Wilson for shares.',
    'n: answers to that question. Where few answered only some of a scale, or of questions of one wording, and could',
    'be found by subtraction, figures of these are of those who answered all of them that were put to them.',
  ].join(' '),
};

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
      const { readModel } = context.app;
      if (survey.status !== 'CLOSED') throw apiError('SURVEY_NOT_CLOSED', 'Results are shown after the closing alone.');
      // Results wait for the last batch: figures from before and after it could be subtracted.
      await readModel.until(() => waitingGroups(readModel, survey.id).every((group) => batchSize(group) === 0));
      context.forgetRows();
      const { position } = (await context.load(surveys, survey.id)) ?? survey;
      const groups = await context.app.questions.ask('surveyResults', {
        surveyId: survey.id,
        breakdown: breakdown ?? [],
        filter: { audiences: filter?.audiences ?? null, networkIds: filter?.networkIds ?? null },
      });
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
