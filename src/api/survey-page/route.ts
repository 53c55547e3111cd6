import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { answerSurvey, invitationByToken } from '../../commands/answers.ts';
import { dayOf } from '../../domain/calendar.ts';
import { uuidSchema } from '../../domain/ids.ts';
import { Rejected } from '../../domain/rejected.ts';
import type { Question } from '../../domain/survey/events.ts';
import { type Answer, questionsFor } from '../../domain/survey/questionnaire.ts';
import { type InvitationRow, type SurveyRow, surveysByIds } from '../../projections/surveys.ts';
import { SURVEY_ACTOR } from '../../store/metadata.ts';
import type { Accounts } from '../account.ts';
import { addressOf } from '../connections.ts';
import type { ApiApp } from '../context.ts';
import { apiError } from '../errors.ts';
import { toldOf } from '../masked.ts';
import { userErrors } from '../user-errors.ts';
import { answersIn, missingIn, type Sent } from './form.ts';
import { type Form, formPage, message, type Page } from './page.ts';

/** What the page needs of the server. */
export interface Serving {
  readonly app: ApiApp;
  readonly accounts: Accounts;
  readonly built: () => boolean;
  readonly log: Logger;
}

/** The address of an invitation's page. */
export const surveyPageUrl = (publicUrl: string, token: string): string => `${publicUrl}/s/${token}`;

/** The longest answers that a survey takes, as a browser writes them: nine bytes a character. */
const MOST_FORM_BYTES = 131_072;
const MOST_TOKEN_CHARACTERS = 200;
/** What a page or an answer costs whoever comes without a token, in units (`Account`). */
const UNITS_OF_A_PAGE = 500;

/**
 * GET and POST /s/<token>: the page on which a survey is answered, without a login and without a
 * script. The token is the right to answer, once (rule 38); the same form sent twice is one answer.
 * A paper answer is entered on the same page by its token.
 */
export const serveSurveyPage = (server: FastifyInstance, serving: Serving): void => {
  // Apart from all else, so that no other address takes a form.
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_FORM_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => {
      if (reply.raw.destroyed) return reply.hijack();
      const { status, shown } = toldOf(error, 'ja', serving.log);
      const said = status === 413 ? TOO_LONG : `${shown.message}${status === 415 ? '' : sendingAgain(request)}`;
      return send(reply, status, message('回答を受け取れませんでした', said));
    });
    for (const url of ['/s/:token', '/s/:token/'])
      scope.route<{ Params: { token: string } }>({
        method: ['GET', 'POST'],
        url,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          if (!serving.built()) throw apiError('UNAVAILABLE', 'The read model is being built.');
          const account = serving.accounts.ofAddress(addressOf(request.ip));
          if (account.secondsToWait > 0) {
            reply.header('retry-after', account.secondsToWait);
            return send(reply, 429, message('少しお待ちください', `${TOO_MANY}${sendingAgain(request)}`));
          }
          account.use(UNITS_OF_A_PAGE);
          const { token } = request.params;
          const open = openInvitation(serving.app, token);
          if ('status' in open) return send(reply, open.status, open.page);
          if (request.method === 'GET') return send(reply, 200, firstPage(serving.app, open));
          const turn = account.begin();
          if (turn !== null) await turn;
          try {
            const [status, page] = await answered(serving.app, open, String(request.body ?? ''), request.id);
            return send(reply, status, page);
          } finally {
            account.end();
          }
        },
      });
  });
};

const TOO_MANY = '短い間に多くの送信がありました。1分ほど待ってから、もう一度開いてください。';
const TOO_LONG = '書かれた文章が長すぎます。前の画面に戻り、短くしてから、もう一度送ってください。';
const NOTHING_SAID =
  'まだ一つも答えていません。答えを入れてから送ってください。答えないことにするときは、送らずにこの画面を閉じてください。';
const NO_NUMBER = '数字だけで書いてください。例：80';
/** A browser keeps the form that it sent until the page is left, and sends the same again. */
const sendingAgain = ({ method }: FastifyRequest): string =>
  method === 'POST' ? '待ってからこの画面を再読み込みし、書いた回答をもう一度送ってください。' : '';
const meaning = (code: string): string => userErrors[code]?.ja ?? '';
const UNKNOWN = message('このアドレスでは回答できません', meaning('TOKEN_INVALID'));
const ANSWERED = message('回答をいただいています', meaning('ALREADY_ANSWERED'));
const CLOSED = message('締め切りました', meaning('SURVEY_CLOSED'));
const THANKS = message('回答を送りました', 'この画面は閉じてかまいません。ご協力ありがとうございました。');

interface Open {
  readonly token: string;
  readonly survey: SurveyRow;
  readonly invitation: InvitationRow;
}

/** The invitation, or the page that says why it cannot be answered. */
const openInvitation = (app: ApiApp, token: string): Open | { readonly status: number; readonly page: Page } => {
  const invitation = token.length > MOST_TOKEN_CHARACTERS ? null : invitationByToken(app.readModel, token);
  const [survey] = invitation ? surveysByIds(app.readModel, [invitation.surveyId]) : [];
  if (!invitation || !survey) return { status: 404, page: UNKNOWN };
  return { token, survey, invitation };
};

/** That there is nothing left to answer; null where there is. */
const nothingLeft = ({ clock }: ApiApp, { survey, invitation }: Open): [number, Page] | null => {
  if (invitation.status === 'USED' || invitation.status === 'GATHERED') return [409, ANSWERED];
  const isOver = survey.closesOn !== null && dayOf(clock.now()) > survey.closesOn;
  return survey.status === 'CLOSED' || isOver ? [410, CLOSED] : null;
};

/** The empty form, or that there is nothing left to answer. */
const firstPage = (app: ApiApp, open: Open): Page =>
  nothingLeft(app, open)?.[1] ?? formPage(formOf(open, {}, crypto.randomUUID()));

const formOf = ({ survey, invitation }: Open, sent: Sent, commandId: string, faults: Form['faults'] = []): Form => ({
  title: survey.title,
  intro: survey.intro,
  anonymous: survey.anonymous,
  closesOn: survey.closesOn,
  questions: questionsFor(survey.questions, invitation.audience),
  commandId,
  sent,
  faults,
});

/** What the page says after a form was sent. */
const answered = async (app: ApiApp, open: Open, body: string, requestId: string): Promise<[number, Page]> => {
  const fields = new URLSearchParams(body);
  const sent: Sent = Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
  const said = uuidSchema.safeParse(fields.get('commandId'));
  const commandId = said.success ? said.data : crypto.randomUUID();
  const { questions } = formOf(open, sent, commandId);
  const answers = answersIn(questions, sent);
  const again = (faults: Form['faults']): [number, Page] =>
    nothingLeft(app, open) ?? [422, formPage(formOf(open, sent, commandId, faults))];
  const missing = missingIn(questions, answers);
  if (missing.length > 0) return again(missing.map((index) => ({ index, said: meaning('ANSWER_MISSING') })));
  if (answers.length === 0) return again([{ index: null, said: NOTHING_SAID }]);
  try {
    const caller = { actor: SURVEY_ACTOR, commandId, correlationId: requestId, causationId: null };
    await answerSurvey(app, caller, { token: open.token, answers: [...answers] });
    return [200, THANKS];
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    // Changed and sent once more, it is another answer.
    if (error.code === 'ALREADY_ANSWERED' || error.code === 'COMMAND_ID_REUSED') return [409, ANSWERED];
    if (error.code === 'SURVEY_CLOSED') return [410, CLOSED];
    if (error.code === 'TOKEN_INVALID') return [404, UNKNOWN];
    const answer = answers[Number(error.path?.[1])];
    const index = questions.findIndex((question) => question.code === answer?.question);
    return again([{ index: index < 0 ? null : index, said: wordsFor(error.code, questions[index], answer) }]);
  }
};

/** What is wrong with an answer, in words of the page. */
const wordsFor = (code: string, question: Question | undefined, answer: Answer | undefined): string => {
  if (code === 'ANSWER_INVALID' && question?.kind === 'NUMBER') return NO_NUMBER;
  const length = answer?.values[0]?.length ?? 0;
  return code === 'ANSWER_TOO_LONG' ? `${meaning(code)}（いまは${length}字です）` : meaning(code);
};

/** No cache keeps it, and no page that is opened from it learns its address. */
const send = (reply: FastifyReply, status: number, { html, policy }: Page): FastifyReply =>
  reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .send(html);
