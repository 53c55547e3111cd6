import type { Rejected } from '../domain/rejected.ts';

/**
 * What a refusal means, in words for people, and the rule behind it. docs/errors.md is made from
 * this table (`npm run generate`).
 */
interface Meaning {
  readonly ja: string;
  readonly en: string;
  /** Number of the rule, or the mutation whose docstring says it. */
  readonly rule: string;
}

/** Every code that can stand in `userErrors`, in alphabetical order. */
export const userErrors: Readonly<Record<string, Meaning>> = {
  ADMIN_SUBJECT: {
    ja: 'システムと、設定で決められた事務局の人は登録できません。別の人を指定してください。',
    en: 'The system itself and configured administrators are enrolled by nobody; name somebody else.',
    rule: '47',
  },
  ALREADY_ANSWERED: { ja: 'この招待では回答済みです。', en: 'This invitation has been answered already.', rule: '38' },
  ALREADY_APPROVED: {
    ja: '支払はすでに別の人が承認しています。あらためて承認する必要はありません。',
    en: 'Somebody else has approved the payment already: there is nothing left to approve.',
    rule: '35',
  },
  ALREADY_PAID: {
    ja: '支払はすでに別の内容で記録されています。記録されている支払日と振込の控えを確かめてください。',
    en: 'Another payment is recorded for this statement: look at its day and reference.',
    rule: 'recordPayment',
  },
  ALREADY_PUNCHED: {
    ja: 'この打刻は記録済みです。',
    en: 'This punch has been made already; punches are never changed.',
    rule: '23',
  },
  AMOUNT_DIFFERS: {
    ja: '金額が支払通知書の合計と一致しません。',
    en: "The amount is not the statement's total.",
    rule: 'recordPayment',
  },
  ANSWER_HIDDEN: {
    ja: '表示条件を満たさない設問への回答です。',
    en: 'This question is not shown with the other answers.',
    rule: 'answerSurvey',
  },
  ANSWER_INVALID: { ja: '設問に合わない値です。', en: 'The value does not fit the question.', rule: 'answerSurvey' },
  ANSWER_MISSING: {
    ja: '必須の設問に回答がありません。',
    en: 'A required question has no answer.',
    rule: 'answerSurvey',
  },
  ANSWER_TOO_LONG: {
    ja: 'この設問に書ける文字数を超えています。短くしてから、もう一度送信してください。',
    en: 'The text is longer than this question takes. Shorten it and send it again.',
    rule: '39',
  },
  ANSWER_UNKNOWN: {
    ja: '対象外の設問、または重複した回答です。',
    en: 'This question is not asked here, or is answered twice.',
    rule: 'answerSurvey',
  },
  AREA_GRADE_UNKNOWN: {
    ja: 'パートナー事業所の地域区分が未入力です。',
    en: 'The partner office has no area grade yet.',
    rule: '9, 29',
  },
  BASIS_AND_PRICE_DIFFER: {
    ja: '委託料の基準と価格が合いません。',
    en: 'The price does not fit the fee basis.',
    rule: '30',
  },
  CAREGIVER_CODE_TAKEN: {
    ja: 'この訪問介護員コードは使用中です。',
    en: 'This caregiver code is taken in the office.',
    rule: 'enrollCaregiver',
  },
  CAREGIVER_NEEDED: {
    ja: '訪問介護員を指定してください。',
    en: "A CAREGIVER needs the caregiver's id.",
    rule: 'enrollMember',
  },
  CAREGIVER_NOT_OF_OFFICE: {
    ja: 'この日にアシスト事業所で働いていない訪問介護員です。',
    en: 'The caregiver does not work for the assist office on that day.',
    rule: '23',
  },
  CAREGIVER_UNKNOWN: {
    ja: 'この訪問介護員は登録されていません。',
    en: 'There is no such caregiver in the office.',
    rule: 'changeCaregiver',
  },
  CLIENT_ERASED: {
    ja: 'この利用者の個人情報は消去済みです。',
    en: 'The personal data of this client has been erased.',
    rule: '43',
  },
  CLIENT_EXISTS: {
    ja: 'この利用者コードは別の内容で登録済みです。',
    en: "This code is another client's in the network.",
    rule: 'registerClient',
  },
  CLIENT_UNKNOWN: { ja: 'この利用者は登録されていません。', en: 'There is no such client.', rule: '9' },
  CLOSES_IN_PAST: { ja: '締切日が過ぎています。', en: 'The closing day has passed.', rule: '37' },
  COMMAND_ID_REUSED: {
    ja: 'この commandId は別の内容で使用済みです。',
    en: 'This commandId was used before with other content.',
    rule: '4',
  },
  CONSENT_MISSING: { ja: '利用者の同意がありません。', en: "The client's consent is not in force.", rule: '9' },
  CONSENT_STANDS: { ja: 'この同意はすでに有効です。', en: 'This consent is in force already.', rule: 'giveConsent' },
  CORPORATE_NUMBER_WRONG: {
    ja: '法人番号の検査数字が合いません。',
    en: 'The check digit of the corporate number is wrong.',
    rule: '46',
  },
  DAY_IN_FUTURE: { ja: '将来の日付です。', en: 'The day is in the future.', rule: 'giveConsent' },
  DELEGATION_UNKNOWN: { ja: 'この委託は登録されていません。', en: 'There is no such delegation.', rule: 'seeOffer' },
  DIRECT_ONE_OFFICE: {
    ja: 'DIRECT では一つの事業所だけに打診します。',
    en: 'DIRECT asks one office in one round.',
    rule: 'requestDelegation',
  },
  ENDED_BEFORE_STARTED: { ja: '終了が開始より前です。', en: 'The end is not after the start.', rule: '23' },
  ENDS_IN_PAST: {
    ja: '終了日が過去、または開始日より前です。',
    en: 'The last day has passed, or is before the first.',
    rule: 'endTerms',
  },
  EXCEPTION_NOT_OPEN: { ja: 'この確認事項はありません。', en: 'No such exception is open.', rule: '25' },
  FRAME_TOO_CLOSE: {
    ja: '60日以内に始めた別の調査と対象者がほとんど同じため、二つの結果の差から個人の回答が分かるおそれがあります。期間を変えるか、60日が過ぎてから開始してください。',
    en: 'Almost the same people were surveyed within 60 days, so that one answer could be found by subtraction. Choose another period, or open it when the 60 days are over.',
    rule: '40',
  },
  HAS_OTHER_ROLE: {
    ja: 'この人には別の役割があります。',
    en: 'The person is enrolled in another role.',
    rule: 'appointToNetwork',
  },
  INVOICE_NUMBER_WRONG: {
    ja: '登録番号は T と13桁の数字です。',
    en: 'The invoice number is T and 13 digits.',
    rule: 'registerOffice',
  },
  LAST_COORDINATOR: {
    ja: '最後のコーディネーターは事務局だけが外せます。',
    en: 'Only ADMINISTRATOR removes the last COORDINATOR of an office.',
    rule: '48',
  },
  LEFT_BEFORE_JOINED: {
    ja: '脱退日が参加日より前です。',
    en: 'The office would leave before it joined.',
    rule: 'leaveNetwork',
  },
  MINUTES_DIFFER: {
    ja: '分数が開始と終了の時刻に合いません。',
    en: 'The minutes are not those from start to end.',
    rule: '9',
  },
  MONTH_CLOSED: {
    ja: 'この月、またはより後の月は締め済みです。',
    en: 'This month, or a later one, is closed.',
    rule: 'closeSettlement',
  },
  MONTH_NOT_OVER: { ja: '対象月がまだ終わっていません。', en: 'The month is not over.', rule: 'closeSettlement' },
  MORE_TIME_ASKED: {
    ja: 'この回では延長を希望済みです。',
    en: 'More time has been asked for in this round already.',
    rule: '14',
  },
  MORE_TIME_NOT_ASKED: {
    ja: 'この事業所は延長を希望していません。',
    en: 'The office has not asked for more time.',
    rule: '14',
  },
  MUST_BE_PUT_RIGHT: {
    ja: '確認だけでは解消できません。記録を正してください。',
    en: 'This must be put right; acknowledging it is not enough.',
    rule: '25',
  },
  NETWORK_EXISTS: {
    ja: '同じ名前、地域、年度のネットワークがあります。一覧で確かめるか、別の名前にしてください。',
    en: 'A network of this name, area and year exists; look for it in the list, or choose another name.',
    rule: 'formNetwork',
  },
  NETWORK_HAS_MEMBERS: {
    ja: '事業所が参加したネットワークは解消できません。参加事業所の脱退日を入力してください。',
    en: 'A network that an office has joined is not dissolved; let its offices leave instead.',
    rule: 'dissolveNetwork',
  },
  NETWORK_UNKNOWN: {
    ja: 'このネットワークは登録されていません。',
    en: 'There is no such network.',
    rule: 'joinNetwork',
  },
  NOBODY_TO_SURVEY: {
    ja: 'この期間に調査対象者がいません。',
    en: 'Nobody who could be asked took part in the period.',
    rule: '37',
  },
  NOTHING_TO_OFFER: {
    ja: '打診できる訪問が残っていません。',
    en: 'There is nothing free to offer.',
    rule: '16',
  },
  NOTHING_TO_PAY: {
    ja: '合計が0円のため支払の承認は不要です。',
    en: 'A total of zero needs no payment.',
    rule: 'approvePayment',
  },
  NOTHING_TO_SETTLE: {
    ja: '精算できる訪問がありません。',
    en: 'There is nothing to settle yet.',
    rule: 'closeSettlement',
  },
  NOT_APPROVED: { ja: '支払がまだ承認されていません。', en: 'The payment is not approved.', rule: '35' },
  NOT_CANDIDATE: { ja: 'この事業所は受諾していません。', en: 'The office has not said yes to this.', rule: '15' },
  NOT_CONFIRMED: {
    ja: '支払通知書がまだ確認されていません。確認がなくても、発行から5日が過ぎ、支払期日まで10日以内になれば承認できます。',
    en: 'The statement is not confirmed. Without it, approve once 5 days have passed and it is due within 10.',
    rule: '35',
  },
  NOT_INVITED: {
    ja: 'この事業所からの招待はありません。事業所に登録を依頼してください。',
    en: 'No invitation of this office waits for you; ask the office to enrol you.',
    rule: '47',
  },
  NOT_PUNCHED: {
    ja: '取り消す打刻がありません。',
    en: 'There is no such punch to take back.',
    rule: '23',
  },
  NOT_RECORDED: { ja: '記録がまだありません。', en: 'There is no record yet.', rule: '25' },
  NOT_SELECTABLE: {
    ja: 'この委託はパートナー事業所が選ぶ方式ではありません。',
    en: 'In this delegation the partner office does not select.',
    rule: '15',
  },
  NO_PRICE: { ja: '契約条件に該当する価格がありません。', en: 'The terms have no price for this.', rule: '30' },
  NO_SERVICE_CODE: {
    ja: '該当するサービスコードがありません。',
    en: 'The fee table has no code for this.',
    rule: '29',
  },
  OFFER_ALREADY_ANSWERED: { ja: 'この打診には回答済みです。', en: 'This offer has been answered.', rule: '20' },
  OFFER_EXPIRED: { ja: '回答期限を過ぎています。', en: 'The time to answer is over.', rule: '8, 20' },
  OFFER_NOT_SELECTED: {
    ja: 'パートナー事業所の選定で選ばれませんでした。',
    en: 'The partner office did not select this office.',
    rule: '15, 20',
  },
  OFFER_UNKNOWN: { ja: 'この事業所への打診はありません。', en: 'The office was not asked.', rule: '20' },
  OFFICES_NO_PAIR: {
    ja: '二つの事業所がネットワークでパートナーとアシストの関係にありません。',
    en: 'The two are not PARTNER and ASSIST in the network.',
    rule: 'proposeTerms',
  },
  OFFICE_AND_ROLE_DIFFER: {
    ja: '役割と事業所の指定が合いません。',
    en: 'The role and the office do not go together.',
    rule: 'enrollMember',
  },
  OFFICE_EXISTS: {
    ja: 'この事業所番号は別の内容で登録済みです。',
    en: 'This number is registered with other content.',
    rule: 'registerOffice',
  },
  OFFICE_HAS_VISITS: {
    ja: '未終了の委託または受諾済みの訪問があります。',
    en: 'The office has open delegations, or accepted visits after that day.',
    rule: 'leaveNetwork',
  },
  OFFICE_NOT_ASSIST: {
    ja: 'この日にアシスト事業所ではありません。',
    en: 'The office is not ASSIST in the network on that day.',
    rule: '9',
  },
  OFFICE_NOT_MEMBER: {
    ja: 'この事業所はネットワークに参加していません。',
    en: 'The office is not a member of the network.',
    rule: 'leaveNetwork',
  },
  OFFICE_NOT_PARTNER: {
    ja: 'この日にパートナー事業所ではありません。',
    en: 'The office is not PARTNER in the network on that day.',
    rule: '9',
  },
  OFFICE_UNKNOWN: { ja: 'この事業所は登録されていません。', en: 'There is no such office.', rule: 'changeOffice' },
  OPEN_EXCEPTION: { ja: '未解消の確認事項があります。', en: 'An exception is open.', rule: '25' },
  OWN_PROPOSAL: {
    ja: '自らの提案には回答できません。',
    en: 'The office that proposed does not answer.',
    rule: 'agreeTerms',
  },
  OWN_RECORD: {
    ja: '自事業所の記録は確定できません。',
    en: 'An office never verifies its own record.',
    rule: '26',
  },
  PARTNER_ACKNOWLEDGES: {
    ja: 'この確認事項はパートナー事業所だけが確認できます。パートナー事業所の確認をお待ちください。',
    en: 'The partner office alone acknowledges this; wait for it.',
    rule: '24',
  },
  PERIOD_INVALID: { ja: '期間の終わりが始まりより前です。', en: 'The period ends before it begins.', rule: '37' },
  PHYSICAL_MINUTES_MISSING: {
    ja: '身体介護の分数の指定が正しくありません。',
    en: 'physicalMinutes goes only with PHYSICAL_THEN_DAILY_LIVING, and is less than the whole.',
    rule: '9',
  },
  PRICE_TWICE: { ja: '同じ区分が二度指定されています。', en: 'A step is given twice.', rule: '30' },
  PUNCH_WITHDRAWN: {
    ja: 'この打刻は取り消されています。必要であれば別の時刻か方法で打刻し直してください。',
    en: 'This punch was taken back; where it is needed, punch at another time or by another method.',
    rule: '23',
  },
  QUESTIONNAIRE_INVALID: {
    ja: '設問の定義に誤りがあります。',
    en: 'A question is not well defined: a code twice, options that do not fit its kind, or an impossible condition.',
    rule: 'draftSurvey',
  },
  QUESTIONNAIRE_TOO_LONG: {
    ja: '調査票が長すぎます。',
    en: 'The questionnaire is too long altogether.',
    rule: '39',
  },
  REASON_IS_NONE: {
    ja: '「計画に合わせる」は訂正の理由になりません。',
    en: '"To match the plan" is no reason.',
    rule: '26',
  },
  RECORD_EMPTY: {
    ja: '記録が空です。実施した内容か心身の状況を入力してください。',
    en: 'The record is empty: enter a task or the condition.',
    rule: '23',
  },
  RECORD_RETURNED: { ja: '記録は差し戻されています。', en: 'The record was returned.', rule: '26' },
  RECORD_STANDS: { ja: '記録がすでにあります。', en: 'A record stands.', rule: '23' },
  RECORD_VERIFIED: { ja: '記録は確定済みです。', en: 'The record is verified.', rule: '26' },
  SAME_PERSON: { ja: '締めた人と別の人が承認してください。', en: 'A second person approves.', rule: '35' },
  SERVICE_NOT_OFFERED: {
    ja: 'この事業所はこのサービスを提供していません。',
    en: 'The office does not offer this service.',
    rule: '9',
  },
  STATEMENT_CHANGED: {
    ja: '支払通知書の内容が一致しません。',
    en: "The content hash is not the statement's.",
    rule: '35',
  },
  STATEMENT_TOO_LONG: { ja: '明細が多すぎます。', en: 'The statement would have too many lines.', rule: 'domain.md' },
  STATEMENT_UNKNOWN: { ja: 'この支払通知書はありません。', en: 'There is no such statement.', rule: '31' },
  SURVEY_ALREADY_OPEN: {
    ja: '別の期間または締切日で実施中です。',
    en: 'The survey is open already, with another period or closing day.',
    rule: '37',
  },
  SURVEY_CLOSED: { ja: '調査は締め切られました。', en: 'The survey is closed.', rule: '37' },
  SURVEY_FROZEN: { ja: '公開済みの調査は変更できません。', en: 'A published survey cannot be changed.', rule: '37' },
  SURVEY_NOT_DRAFTED: { ja: '調査の下書きがありません。', en: 'There is no draft of this survey.', rule: '37' },
  SURVEY_NOT_OPEN: { ja: '調査は実施中ではありません。', en: 'The survey is not open.', rule: '37' },
  SURVEY_NOT_PUBLISHED: {
    ja: '調査はまだ公開されていません。',
    en: 'The survey has not been published yet.',
    rule: '37',
  },
  TASK_UNKNOWN: {
    ja: 'サービス内容の一覧にない項目です。一覧から選び、補足は備考に書いてください。',
    en: 'This task is not in the catalogue: choose one, and write what is special into its note.',
    rule: '41',
  },
  TERMS_ANSWERED: {
    ja: 'この提案は回答済み、または差し替えられています。',
    en: 'The proposal was answered or replaced.',
    rule: 'agreeTerms',
  },
  TERMS_BEGIN_IN_PAST: {
    ja: '二回目以降の契約条件は合意の日より前に始められません。',
    en: 'Later terms cannot begin before the day they are agreed.',
    rule: 'proposeTerms',
  },
  TERMS_ENDED: { ja: '契約条件は終了済みです。', en: 'The terms have ended.', rule: 'endTerms' },
  TERMS_MISSING: {
    ja: 'この日に有効な契約条件がありません。',
    en: 'No agreed terms are in force on that day.',
    rule: '9',
  },
  TERMS_NOT_AGREED: { ja: '合意された契約条件ではありません。', en: 'These terms were not agreed.', rule: 'endTerms' },
  TIME_IN_FUTURE: {
    ja: '将来の時刻です。端末の時計が5分以上進んでいないか確かめてください。',
    en: 'The time is in the future: is the clock of the device more than 5 minutes ahead?',
    rule: '23',
  },
  TIME_MISSING: {
    ja: '打刻がないため時刻を入力してください。',
    en: 'There is no punch, so the time is needed.',
    rule: '23',
  },
  TOKEN_INVALID: { ja: '招待が確認できません。', en: 'This token belongs to no invitation.', rule: '38' },
  TOO_EARLY: {
    ja: '予定開始の60分前より早い時刻です。別の訪問を選んでいないか確かめてください。',
    en: 'This is more than 60 minutes before the planned start: is it the right visit?',
    rule: '23',
  },
  TOO_MANY_PUNCHES: {
    ja: '打刻の取消は1回の訪問につき10回までです。時刻はサービス提供記録に入力してください。',
    en: 'Ten punches of a visit can be taken back; enter the times with the record.',
    rule: '23',
  },
  TOO_MANY_ROUNDS: {
    ja: '一つの委託に追加できる打診の回は50回までです。',
    en: '50 rounds can be added to a delegation at most.',
    rule: '49',
  },
  TOO_MANY_UPLOADS: {
    ja: 'この訪問の記録は10回送信されています。内容を直すには記録を訂正してください。',
    en: 'Ten different records of this visit have been sent; amend the one that stands.',
    rule: '49',
  },
  TOO_MANY_VERSIONS: {
    ja: 'この記録は50版まで訂正されています。これ以上は訂正できません。',
    en: 'The record has fifty versions and can be amended no more.',
    rule: '49',
  },
  TOO_MANY_VISITS: {
    ja: '一つの委託の訪問は62件までです。',
    en: 'A delegation holds 62 visits at most.',
    rule: 'domain.md',
  },
  VISITS_AFTER_END: {
    ja: 'この日より後に受諾済みの訪問があります。',
    en: 'There are accepted visits after that day.',
    rule: 'endTerms',
  },
  VISITS_ALREADY_ALLOCATED: {
    ja: '訪問はすでに割り当てられています。',
    en: 'The visits are allocated already.',
    rule: '19, 20',
  },
  VISITS_OVERLAP: { ja: '利用者の別の訪問と重なります。', en: 'Another visit of the client overlaps.', rule: '9' },
  VISITS_WITHDRAWN: { ja: '訪問は取り下げられています。', en: 'The visits were withdrawn.', rule: '20' },
  VISIT_AHEAD: {
    ja: '訪問なしの報告は、予定開始の15分後からできます。',
    en: 'A visit can be reported missed from 15 minutes after its planned start.',
    rule: '23',
  },
  VISIT_CANCELLED: { ja: '訪問は取り消されています。', en: 'The visit is cancelled.', rule: '22' },
  VISIT_IN_PAST: { ja: '訪問の開始時刻が過ぎています。', en: "The visit's start has passed.", rule: '9' },
  VISIT_MISSED: {
    ja: '訪問なしと報告されています。予定開始の60分前から予定終了までに始まった記録だけを登録できます。',
    en: 'The visit was reported missed; only a record that began from 60 minutes before its start to its end counts.',
    rule: '23',
  },
  VISIT_NOT_HELD: {
    ja: 'この事業所に割り当てられた訪問ではありません。',
    en: 'The office does not hold this visit.',
    rule: 'releaseVisits',
  },
  VISIT_NOT_OFFERED: { ja: '打診に含まれない訪問です。', en: 'The visit is not part of this offer.', rule: '20' },
  VISIT_NOT_UNCOVERED: {
    ja: '受け手のないまま開始時刻を迎えた訪問ではありません。',
    en: 'This is no visit that nobody had at its start.',
    rule: '18',
  },
  VISIT_RELEASED: { ja: '訪問は返上されています。', en: 'The visit was released.', rule: '22' },
  VISIT_SETTLED: { ja: '訪問は精算済みです。', en: 'The visit is settled.', rule: 'returnVisitRecord' },
  VISIT_STARTED: {
    ja: '訪問は始まっています。',
    en: 'The visit has begun, or its start has passed.',
    rule: 'withdrawVisits',
  },
  VISIT_UNKNOWN: { ja: 'この訪問は登録されていません。', en: 'There is no such visit.', rule: '22' },
  WITHDRAWN_BEFORE_GIVEN: {
    ja: '撤回日が同意日より前です。',
    en: 'The consent would end before it was given.',
    rule: 'withdrawConsent',
  },
};

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** A refusal as the API answers it. A code without a meaning is a fault of ours and throws. */
export const userErrorOf = (rejected: Rejected, language: 'ja' | 'en'): UserError => {
  const meaning = userErrors[rejected.code];
  if (!meaning) throw new Error(`the refusal ${rejected.code} is not in the table of user errors`);
  return { code: rejected.code, message: meaning[language], path: rejected.path ? ['input', ...rejected.path] : null };
};
