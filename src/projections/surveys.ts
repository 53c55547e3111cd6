import type { Day } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Audience, SurveyContent } from '../domain/survey/events.ts';
import type { Waiting } from '../domain/survey/gathering.ts';
import type { Response } from '../domain/survey/results.ts';
import type { Handlers, Projection, Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';

export interface SurveyRow extends SurveyContent {
  readonly id: Uuid;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'OPEN' | 'CLOSED';
  readonly version: number;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly frame: readonly FrameGroupRow[];
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
/** USED: the answer waits; GATHERED: it is in the results (rule 39). */
export interface InvitationRow {
  readonly id: Uuid;
  readonly surveyId: Uuid;
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly status: 'INVITED' | 'USED' | 'GATHERED';
}

/** Surveys, their invitations and the gathered responses. What is sealed stays sealed. */
export const surveys: Projection = {
  name: 'surveys',
  version: 1,
  schema: `
    CREATE TABLE survey (
      id TEXT PRIMARY KEY, content TEXT NOT NULL, version INTEGER NOT NULL, stream_version INTEGER NOT NULL,
      status TEXT NOT NULL,
      opens_on TEXT, closes_on TEXT, frame TEXT NOT NULL, position INTEGER NOT NULL, drafted_position INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE survey_network (network_id TEXT NOT NULL, survey_id TEXT NOT NULL, PRIMARY KEY (network_id,
    survey_id)) WITHOUT ROWID;
    CREATE TABLE invitation (
      id TEXT PRIMARY KEY, survey_id TEXT NOT NULL, network_id TEXT NOT NULL, audience TEXT NOT NULL,
      token_hash TEXT NOT NULL, status TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX invitation_by_token ON invitation (token_hash);
    CREATE INDEX invitation_by_group ON invitation (survey_id, network_id, audience, status);
    CREATE TABLE survey_response (
      survey_id TEXT NOT NULL, version INTEGER NOT NULL, network_id TEXT NOT NULL, audience TEXT NOT NULL,
      answers TEXT NOT NULL,
      PRIMARY KEY (survey_id, version)
    ) WITHOUT ROWID;`,
  handlers: (tables) => ({ ...ofSurvey(tables), ...ofInvitation(tables), ...ofAnswers(tables) }),
};

const ofSurvey = (tables: Tables) =>
  ({
    SurveyDrafted: ({ streamId, version, position, data }) => {
      tables.run(
        `INSERT INTO survey VALUES (?, ?, 1, ?, 'DRAFT', NULL, NULL, '[]', ?, ?)
         ON CONFLICT DO UPDATE SET content = excluded.content, version = version + 1,
         stream_version = excluded.stream_version, position = excluded.position
         WHERE stream_version < excluded.stream_version`,
        streamId,
        JSON.stringify(data),
        version,
        position,
        position,
      );
      tables.run('DELETE FROM survey_network WHERE survey_id = ?', streamId);
      for (const networkId of data.networkIds)
        tables.run('INSERT INTO survey_network VALUES (?, ?)', networkId, streamId);
    },
    SurveyPublished: ({ streamId, position }) =>
      tables.run(
        `UPDATE survey SET status = 'PUBLISHED', position = ? WHERE id = ? AND position < ?`,
        position,
        streamId,
        position,
      ),
    SurveyOpened: ({ streamId, position, data }) =>
      tables.run(
        `UPDATE survey SET status = 'OPEN', opens_on = ?, closes_on = ?, frame = ?, position = ? WHERE id = ?
        AND position < ?`,
        data.opensOn,
        data.closesOn,
        JSON.stringify(data.frame),
        position,
        streamId,
        position,
      ),
    SurveyClosed: ({ streamId, position }) =>
      tables.run(
        `UPDATE survey SET status = 'CLOSED', position = max(position, ?) WHERE id = ? AND status = 'OPEN'`,
        position,
        streamId,
      ),
  }) satisfies Handlers;

const ofInvitation = (tables: Tables) =>
  ({
    RespondentInvited: ({ streamId, data }) =>
      tables.run(
        `INSERT OR IGNORE INTO invitation VALUES (?, ?, ?, ?, ?, 'INVITED')`,
        streamId,
        data.surveyId,
        data.respondent.networkId,
        data.respondent.audience,
        data.tokenHash,
      ),
    InvitationUsed: ({ streamId }) =>
      tables.run(`UPDATE invitation SET status = 'USED' WHERE id = ? AND status = 'INVITED'`, streamId),
  }) satisfies Handlers;

const ofAnswers = (tables: Tables) =>
  ({
    AnswersGathered: ({ data }) => {
      for (const id of data.invitationIds) tables.run(`UPDATE invitation SET status = 'GATHERED' WHERE id = ?`, id);
    },
    SurveyAnswered: ({ streamId, version, position, data }) => {
      tables.run(
        'INSERT OR IGNORE INTO survey_response VALUES (?, ?, ?, ?, ?)',
        streamId,
        version,
        data.networkId,
        data.audience,
        JSON.stringify(data.answers),
      );
      tables.run('UPDATE survey SET position = max(position, ?) WHERE id = ?', position, streamId);
    },
  }) satisfies Handlers;

interface StoredSurvey extends Pick<SurveyRow, 'id' | 'status' | 'version' | 'opensOn' | 'closesOn' | 'position'> {
  readonly content: string;
  readonly frame: string;
}

/** Rows by id, in no order. */
export const surveysByIds = (readModel: ReadModel, ids: readonly Uuid[]): SurveyRow[] =>
  readModel
    .all<StoredSurvey>(
      `SELECT id, content, version, status, opens_on AS opensOn, closes_on AS closesOn, frame, position
       FROM survey WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    )
    .map(({ content, frame, ...row }) => ({
      ...row,
      ...(JSON.parse(content) as SurveyContent),
      frame: JSON.parse(frame),
    }));

/** Ids of the surveys of a network, in the order of their first drafts. */
export const surveyIdsOf = (readModel: ReadModel, networkId: Uuid): Uuid[] =>
  readModel
    .all<{ id: Uuid }>(
      `SELECT survey.id FROM survey_network JOIN survey ON survey.id = survey_id WHERE network_id = ?
      ORDER BY drafted_position`,
      networkId,
    )
    .map(({ id }) => id);

const INVITATION = 'SELECT id, survey_id AS surveyId, audience, network_id AS networkId, status FROM invitation';

export const invitationByTokenHash = (readModel: Pick<ReadModel, 'get'>, tokenHash: string): InvitationRow | null =>
  readModel.get<InvitationRow>(`${INVITATION} WHERE token_hash = ?`, tokenHash) ?? null;

export const invitationById = (tables: Pick<Tables, 'get'>, id: Uuid): InvitationRow | null =>
  tables.get<InvitationRow>(`${INVITATION} WHERE id = ?`, id) ?? null;

/** Ids of a survey's invitations that have been answered, waiting or gathered. */
export const answeredOf = (readModel: ReadModel, surveyId: Uuid): ReadonlySet<Uuid> =>
  new Set(
    readModel
      .all<{ id: Uuid }>(`SELECT id FROM invitation WHERE survey_id = ? AND status <> 'INVITED'`, surveyId)
      .map(({ id }) => id),
  );

/** Invitations of a group whose answers wait. */
export const waitingIn = (readModel: ReadModel, surveyId: Uuid, networkId: Uuid, audience: string): Uuid[] =>
  readModel
    .all<{ id: Uuid }>(
      `SELECT id FROM invitation WHERE survey_id = ? AND network_id = ? AND audience = ? AND status = 'USED'
      ORDER BY id`,
      surveyId,
      networkId,
      audience,
    )
    .map(({ id }) => id);

export interface WaitingGroup extends Waiting {
  readonly networkId: Uuid;
  readonly audience: Audience;
}

/**
 * How many answers wait and are gathered, per audience and network, by which batches become due
 * (rule 39).
 */
export const waitingGroups = (tables: Pick<Tables, 'get' | 'all'>, surveyId: Uuid): WaitingGroup[] => {
  const closed =
    tables.get<{ status: string }>('SELECT status FROM survey WHERE id = ?', surveyId)?.status === 'CLOSED';
  return tables
    .all<Omit<WaitingGroup, 'closed'>>(
      `SELECT network_id AS networkId, audience, sum(status = 'USED') AS waiting, sum(status = 'GATHERED') AS gathered
       FROM invitation WHERE survey_id = ? GROUP BY network_id, audience`,
      surveyId,
    )
    .map((group) => ({ ...group, closed }));
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
    .all<{ networkId: Uuid; audience: Audience; answers: string }>(
      'SELECT network_id AS networkId, audience, answers FROM survey_response WHERE survey_id = ? ORDER BY version',
      surveyId,
    )
    .map(({ networkId, audience, answers }) => ({ networkId, audience, answers: JSON.parse(answers) }));

/** An invitation and its survey: what a token opens. */
export interface QuestionnaireRow {
  readonly invitation: InvitationRow;
  readonly survey: SurveyRow;
}
