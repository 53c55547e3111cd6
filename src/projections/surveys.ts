import type { Day, Instant } from '../domain/calendar.ts';
import { studyIdOf, type Uuid } from '../domain/ids.ts';
import type { Response } from '../domain/survey/bases.ts';
import type { Audience, SurveyContent } from '../domain/survey/events.ts';
import type { Waiting } from '../domain/survey/gathering.ts';
import type { Batch } from './batch.ts';
import type { Handlers, Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { integer, json, optional, table, text } from './table.ts';

export interface SurveyRow extends SurveyContent {
  readonly id: Uuid;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'OPEN' | 'CLOSED';
  readonly version: number;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly frame: readonly FrameGroupRow[];
  /** Networks in which its answers are joined with the study's other waves (rule 39). */
  readonly joinedIn: readonly Uuid[];
  readonly closedPosition: number | null;
  readonly closedAt: Instant | null;
  /** Of the last event that the figures are based on. */
  readonly position: number;
}
export interface FrameGroupRow {
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly eligible: number;
  readonly invited: number;
}
export interface ResponseRateRow {
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly invited: number;
  readonly answered: number;
  readonly rate: number;
}
/**
 * USED: the answer waits; GATHERED: it is in the results; LATE: it raced the closing and lies
 * behind it in the log, so that it does not count (rule 39).
 */
export interface InvitationRow {
  readonly id: Uuid;
  readonly surveyId: Uuid;
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly tokenHash: string;
  readonly status: 'INVITED' | 'USED' | 'GATHERED' | 'LATE';
}

interface StoredSurvey extends Omit<SurveyRow, keyof SurveyContent> {
  readonly content: SurveyContent;
}
const surveys = table<StoredSurvey>(
  'survey',
  {
    id: text(),
    content: json(),
    version: integer,
    status: text(),
    opensOn: optional(text()),
    closesOn: optional(text()),
    frame: json(),
    joinedIn: json(),
    closedPosition: optional(integer),
    closedAt: optional(text()),
    position: integer,
  },
  ['id'],
);

interface SurveyNetwork {
  readonly surveyId: Uuid;
  readonly networkId: Uuid;
  readonly studyId: Uuid;
  /** Of the survey's first draft. */
  readonly draftedPosition: number;
}
const surveyNetworks = table<SurveyNetwork, 'network' | 'study'>(
  'survey_network',
  { surveyId: text(), networkId: text(), studyId: text(), draftedPosition: integer },
  ['surveyId', 'networkId'],
  { network: { columns: ['networkId', 'draftedPosition'] }, study: { columns: ['studyId', 'draftedPosition'] } },
);

const invitations = table<InvitationRow, 'token' | 'group'>(
  'invitation',
  { id: text(), surveyId: text(), networkId: text(), audience: text(), tokenHash: text(), status: text() },
  ['id'],
  { token: { columns: ['tokenHash'] }, group: { columns: ['surveyId', 'networkId', 'audience', 'status'] } },
);

/** Answers of a group that wait and that are gathered; none before the first answer. */
interface AnswerCount {
  readonly surveyId: Uuid;
  readonly networkId: Uuid;
  readonly audience: Audience;
  readonly waiting: number;
  readonly gathered: number;
}
const answerCounts = table<AnswerCount>(
  'answer_count',
  { surveyId: text(), networkId: text(), audience: text(), waiting: integer, gathered: integer },
  ['surveyId', 'networkId', 'audience'],
);

interface StoredResponse extends Response {
  readonly surveyId: Uuid;
  readonly panelKey: string | null;
  /** In the stream of the survey's answers. */
  readonly version: number;
}
const responses = table<StoredResponse>(
  'survey_response',
  {
    surveyId: text(),
    version: integer,
    networkId: text(),
    audience: text(),
    panelKey: optional(text()),
    answers: json(),
  },
  ['surveyId', 'version'],
);

/** Studies that have ended, each in its network. */
const endedStudies = table<{ readonly id: Uuid }>('ended_study', { id: text() }, ['id']);

/** Surveys, their invitations and the gathered responses. What is sealed stays sealed. */
export const surveysView: Projection = {
  name: 'surveys',
  tables: [surveys, surveyNetworks, invitations, answerCounts, responses, endedStudies],
  handlers: (batch) => ({ ...ofSurvey(batch), ...ofInvitation(batch), ...ofAnswers(batch) }),
};

const changeSurvey = (batch: Batch, id: Uuid, changes: Partial<StoredSurvey>): void => {
  const row = batch.rows(surveys).get(id);
  if (row) batch.rows(surveys).put({ ...row, ...changes });
};

const ofSurvey = (batch: Batch) =>
  ({
    SurveyDrafted: ({ streamId, position, data }) => {
      const networks = batch.rows(surveyNetworks);
      const before = networks.find('key', [streamId]);
      const draftedPosition = before[0]?.draftedPosition ?? position;
      for (const { networkId } of before) networks.remove(streamId, networkId);
      for (const networkId of data.networkIds) {
        const studyId = studyIdOf(networkId, data.study);
        networks.put({ surveyId: streamId, networkId, studyId, draftedPosition });
      }
      const draft = batch.rows(surveys).get(streamId);
      batch.rows(surveys).put({
        id: streamId,
        content: data,
        version: (draft?.version ?? 0) + 1,
        status: 'DRAFT',
        opensOn: null,
        closesOn: null,
        frame: [],
        joinedIn: [],
        closedPosition: null,
        closedAt: null,
        position,
      });
    },
    SurveyPublished: ({ streamId, position, data: { joinedIn } }) =>
      changeSurvey(batch, streamId, { status: 'PUBLISHED', joinedIn, position }),
    SurveyOpened: ({ streamId, position, data: { opensOn, closesOn, frame } }) =>
      changeSurvey(batch, streamId, { status: 'OPEN', opensOn, closesOn, frame, position }),
    SurveyClosed: ({ streamId, position, recordedAt: closedAt }) =>
      changeSurvey(batch, streamId, { status: 'CLOSED', closedPosition: position, closedAt, position }),
    StudyEnded: ({ streamId }) => batch.rows(endedStudies).put({ id: streamId }),
  }) satisfies Handlers;

const ofInvitation = (batch: Batch) =>
  ({
    RespondentInvited: ({ streamId, data: { surveyId, respondent, tokenHash } }) => {
      const { networkId, audience } = respondent;
      batch.rows(invitations).put({ id: streamId, surveyId, networkId, audience, tokenHash, status: 'INVITED' });
    },
    InvitationUsed: ({ streamId }) => setStatus(batch, streamId, isClosed(batch, streamId) ? 'LATE' : 'USED'),
  }) satisfies Handlers;

const ofAnswers = (batch: Batch) =>
  ({
    AnswersGathered: ({ data }) => {
      for (const id of data.invitationIds) setStatus(batch, id, 'GATHERED');
    },
    SurveyAnswered: ({ streamId, version, position, data: { networkId, audience, panelKey, answers } }) => {
      batch.rows(responses).put({ surveyId: streamId, version, networkId, audience, panelKey, answers });
      changeSurvey(batch, streamId, { position });
    },
  }) satisfies Handlers;

const isClosed = (batch: Batch, invitationId: Uuid): boolean =>
  batch.rows(surveys).get(batch.rows(invitations).get(invitationId)?.surveyId ?? '')?.status === 'CLOSED';

/** The invitation moves on, in the counts of its group too. */
const setStatus = (batch: Batch, id: Uuid, status: 'USED' | 'GATHERED' | 'LATE'): void => {
  const row = batch.rows(invitations).get(id);
  if (!row) return;
  batch.rows(invitations).put({ ...row, status });
  const { surveyId, networkId, audience } = row;
  const { waiting, gathered } = batch.rows(answerCounts).get(surveyId, networkId, audience) ?? {
    waiting: 0,
    gathered: 0,
  };
  const change = (counted: InvitationRow['status']): number =>
    Number(status === counted) - Number(row.status === counted);
  batch.rows(answerCounts).put({
    surveyId,
    networkId,
    audience,
    waiting: waiting + change('USED'),
    gathered: gathered + change('GATHERED'),
  });
};

/** Those that there are, in the order of the ids. */
export const surveysByIds = (reading: Reading, ids: readonly Uuid[]): SurveyRow[] =>
  rowsOfIds(reading, surveys, ids).map(({ content, ...row }) => ({ ...row, ...content }));

/** Ids of the surveys of a network, in the order of their first drafts. */
export const surveyIdsOf = (readModel: ReadModel, networkId: Uuid): Uuid[] =>
  readModel
    .rows(surveyNetworks)
    .find('network', [networkId])
    .map(({ surveyId }) => surveyId);

/**
 * Surveys that are joined with the study's other waves in its network, in the order of their first
 * drafts.
 */
export const joinedSurveysOf = (reading: Reading, studyId: Uuid): SurveyRow[] =>
  reading
    .rows(surveyNetworks)
    .find('study', [studyId])
    .flatMap(({ surveyId, networkId }) =>
      surveysByIds(reading, [surveyId]).filter(({ joinedIn }) => joinedIn.includes(networkId)),
    );

/**
 * The closed surveys of a survey's study, in the order of their closings: those of its name that
 * share a network with it, or with another of them.
 */
export const closedSurveysOfStudy = (
  readModel: ReadModel,
  { study, networkIds }: Pick<SurveyRow, 'study' | 'networkIds'>,
): SurveyRow[] => {
  const found = new Map<Uuid, SurveyRow>();
  const networks = new Set(networkIds);
  for (const networkId of networks) {
    const ids = readModel.rows(surveyNetworks).find('study', [studyIdOf(networkId, study)]);
    for (const row of surveysByIds(
      readModel,
      ids.map(({ surveyId }) => surveyId),
    ))
      if (row.closedPosition !== null) {
        found.set(row.id, row);
        for (const each of row.networkIds) networks.add(each);
      }
  }
  return [...found.values()].sort((a, b) => (a.closedPosition ?? 0) - (b.closedPosition ?? 0));
};

export const hasStudyEnded = (reading: Reading, studyId: Uuid): boolean =>
  reading.rows(endedStudies).get(studyId) !== undefined;

/** Ids of the surveys of some networks that were opened on a day or later. */
export const surveysOpenedSince = (readModel: ReadModel, networkIds: readonly Uuid[], day: Day): Uuid[] => {
  const ids = new Set(networkIds.flatMap((networkId) => surveyIdsOf(readModel, networkId)));
  return surveysByIds(readModel, [...ids]).flatMap(({ id, opensOn }) =>
    opensOn !== null && opensOn >= day ? [id] : [],
  );
};

/** The invitation that a token opens; null for a token that nobody was given. */
export const invitationByTokenHash = (reading: Reading, tokenHash: string): InvitationRow | null =>
  reading.rows(invitations).find('token', [tokenHash])[0] ?? null;

export const invitationById = (reading: Reading, id: Uuid): InvitationRow | null =>
  reading.rows(invitations).get(id) ?? null;

/** Ids of a survey's invitations that have been answered, waiting or gathered. */
export const answeredOf = (readModel: ReadModel, surveyId: Uuid): ReadonlySet<Uuid> =>
  new Set(
    readModel
      .rows(invitations)
      .find('group', [surveyId])
      .flatMap(({ id, status }) => (status === 'USED' || status === 'GATHERED' ? [id] : [])),
  );

/** Invitations of a group whose answers wait, in the order of their ids. */
export const waitingIn = (readModel: ReadModel, surveyId: Uuid, networkId: Uuid, audience: Audience): Uuid[] =>
  readModel
    .rows(invitations)
    .find('group', [surveyId, networkId, audience, 'USED'])
    .map(({ id }) => id);

export interface WaitingGroup extends Waiting {
  readonly networkId: Uuid;
  readonly audience: Audience;
  /** Taken in earlier batches. */
  readonly gathered: number;
}

/**
 * How many answers wait and are gathered, per network and audience in which somebody has answered,
 * by which batches become due (rule 39).
 */
export const waitingGroups = (reading: Reading, surveyId: Uuid): WaitingGroup[] => {
  const survey = reading.rows(surveys).get(surveyId);
  const closed = survey?.status === 'CLOSED';
  return reading
    .rows(answerCounts)
    .find('key', [surveyId])
    .map(({ networkId, audience, waiting, gathered }) => {
      const joined = survey?.joinedIn.includes(networkId) === true;
      return { networkId, audience, waiting, gathered, closed, joined };
    });
};

/** Invited by the frame and answered, suppressed or not (rule 40). */
export const responseRates = (readModel: ReadModel, survey: SurveyRow): ResponseRateRow[] => {
  const groups = waitingGroups(readModel, survey.id);
  return survey.frame.map(({ audience, networkId, invited }) => {
    const group = groups.find((each) => each.audience === audience && each.networkId === networkId);
    const answered = (group?.waiting ?? 0) + (group?.gathered ?? 0);
    return { audience, networkId, invited, answered, rate: invited === 0 ? 0 : answered / invited };
  });
};

/** The gathered responses of a survey. */
export const responsesOf = (readModel: ReadModel, surveyId: Uuid): Response[] =>
  readModel
    .rows(responses)
    .find('key', [surveyId])
    .map(({ networkId, audience, answers, panelKey }) => ({ networkId, audience, answers, panelKey }));

/** The panel keys of a survey's gathered responses of a group. */
export const panelKeysOf = (readModel: ReadModel, surveyId: Uuid, networkId: Uuid, audience: Audience): string[] =>
  readModel
    .rows(responses)
    .find('key', [surveyId])
    .flatMap((row) =>
      row.panelKey !== null && row.networkId === networkId && row.audience === audience ? [row.panelKey] : [],
    );

/** An invitation and its survey: what a token opens. */
export interface QuestionnaireRow {
  readonly invitation: InvitationRow;
  readonly survey: SurveyRow;
}
