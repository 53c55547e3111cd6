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
  ACCOUNT_CHANGED: {
    ja: '承認の後に振込先の口座が変更されています。支払を承認し直してから、もう一度行ってください。',
    en: 'The account was changed since the payment was approved. Let it be approved anew.',
    rule: '35',
  },
  ACCOUNT_MISSING: {
    ja: '支払元の口座がまだ設定されていません。自事業所の口座を設定してから、もう一度行ってください。',
    en: 'Your own account, to pay from, is not set. Enter it and try again.',
    rule: 'instructPayments',
  },
  ADJUSTMENT_NEEDED: {
    ja: 'この明細には、訂正できるサービス提供記録がありません。認めるときは調整額を入力してください。',
    en: 'There is no visit record behind this line that could be amended. Enter the amount of the adjustment.',
    rule: 'resolveDispute',
  },
  ADMIN_SUBJECT: {
    ja: 'システムと、設定で決められた事務局の人は登録できません。別の人を指定してください。',
    en: 'The system itself and configured administrators are enrolled by nobody. Name somebody else.',
    rule: '47',
  },
  ALREADY_ANSWERED: {
    ja: 'この招待ではすでに回答をいただいています。あらためて回答する必要はありません。',
    en: 'This invitation has been answered already. There is nothing left to answer.',
    rule: '38',
  },
  ALREADY_APPROVED: {
    ja: '支払はすでに別の人が承認しています。あらためて承認する必要はありません。',
    en: 'Somebody else has approved the payment already. There is nothing left to approve.',
    rule: '35',
  },
  ALREADY_CONFIRMED: {
    ja: 'この支払通知書は確認済みのため、異議を申し立てられません。記録の誤りは訂正してください。',
    en: 'The statement is confirmed and can be disputed no more. Amend the record where it is wrong.',
    rule: '35',
  },
  ALREADY_DISPUTED: {
    ja: 'この明細にはすでに異議が出ています。回答を確かめて、納得できないときはパートナー事業所に電話で相談してください。',
    en: 'This line has been disputed already. Look at the answer, and telephone the partner office.',
    rule: 'disputeLine',
  },
  ALREADY_INSTRUCTED: {
    ja: 'この支払通知書は、すでに別の振込データに入っています。そのデータの振込結果を確かめてください。',
    en: 'The statement stands in another bank file already. Look at what became of that file.',
    rule: 'instructPayments',
  },
  ALREADY_PAID: {
    ja: '支払はすでに別の内容で記録されています。記録されている支払日と振込の控えを確かめてください。',
    en: 'Another payment is recorded for this statement. Look at its day and reference.',
    rule: 'recordPayment',
  },
  ALREADY_PUNCHED: {
    ja: 'この打刻はすでに記録されています。時刻が違うときは記録で訂正してください。押し間違いは、記録の前に事業所のコーディネーターに取消を依頼してください。',
    en: 'This punch stands already. Correct the time in the record, or ask the coordinator to take it back.',
    rule: '23',
  },
  AMOUNT_DIFFERS: {
    ja: '金額が支払通知書の合計と一致しません。支払通知書の合計を確かめて、入力し直してください。',
    en: "The amount is not the statement's total. Look at the total and enter it again.",
    rule: 'recordPayment',
  },
  AMOUNT_TOO_LONG: {
    ja: '金額が10桁を超えるため、振込データに書けません。別の方法で支払ってください。',
    en: 'The amount has more than ten digits. Choose another way to pay.',
    rule: 'instructPayments',
  },
  ANSWER_HIDDEN: {
    ja: 'ほかの回答により表示されない設問に回答が入っています。この設問の回答を消してから送信してください。',
    en: 'This question is not shown with the other answers. Take its answer out and send again.',
    rule: 'answerSurvey',
  },
  ANSWER_INVALID: {
    ja: 'この設問では選べない、または読み取れない回答です。選択肢や書き方を確かめて、入力し直してください。',
    en: 'The answer does not fit the question. Choose or write it again.',
    rule: 'answerSurvey',
  },
  ANSWER_MISSING: {
    ja: '必ず答える設問に回答がありません。回答を入れてから送信してください。',
    en: 'A required question has no answer. Answer it and send again.',
    rule: 'answerSurvey',
  },
  ANSWER_TOO_LONG: {
    ja: 'この設問に書ける文字数を超えています。短くしてから、もう一度送信してください。',
    en: 'The text is longer than this question takes. Shorten it and send it again.',
    rule: '39',
  },
  ANSWER_UNKNOWN: {
    ja: 'お尋ねしていない設問への回答か、同じ設問への二つ目の回答が入っています。画面を開き直して、もう一度回答してください。',
    en: 'This question is not asked here, or is answered twice. Open the page again and answer anew.',
    rule: 'answerSurvey',
  },
  AREA_GRADE_UNKNOWN: {
    ja: 'パートナー事業所の地域区分がまだ登録されていないため、料金を計算できません。事務局に登録を依頼してください。',
    en: 'The partner office has no area grade yet, to price with. Ask the administrators to register it.',
    rule: '9, 29',
  },
  BANK_CLOSED: {
    ja: 'この日は銀行の休業日です（土日・祝日・12月31日から1月3日）。営業日を指定してください。',
    en: 'Banks are closed on this day. Choose a day on which they are open.',
    rule: 'instructPayments',
  },
  BANK_UNKNOWN: {
    ja: 'この金融機関コードの銀行は見つかりません。通帳を見て、4桁のコードを入力し直してください。',
    en: 'There is no bank with this code. Enter its four digits again.',
    rule: 'setBankAccount',
  },
  BASIS_AND_PRICE_DIFFER: {
    ja: '委託料の計算方法と、入力された価格や割合が合いません。計算方法に合う欄だけに入力してください。',
    en: 'The price does not fit the fee basis. Fill in only what belongs to this basis.',
    rule: '30',
  },
  BRANCH_UNKNOWN: {
    ja: 'この支店コードの支店は、この銀行にありません。通帳を見て、3桁のコードを入力し直してください。',
    en: 'The bank has no branch with this code. Enter its three digits again.',
    rule: 'setBankAccount',
  },
  CAREGIVER_BUSY: {
    ja: 'この訪問介護員には、同じ時間に別の訪問が割り当てられています。ほかの人を選ぶか、重複してよいときはその旨を指定して、もう一度割り当ててください。',
    en: 'The caregiver has another visit at that time. Choose somebody else, or say that it may overlap.',
    rule: 'assignCaregiver',
  },
  CAREGIVER_CODE_TAKEN: {
    ja: 'この訪問介護員コードは、事業所の別の人が使っています。別のコードを入力してください。',
    en: "This caregiver code is somebody else's in the office. Enter another one.",
    rule: 'enrollCaregiver',
  },
  CAREGIVER_NEEDED: {
    ja: '訪問介護員として登録するには、事業所の訪問介護員から本人を選んでください。',
    en: "To enrol a caregiver, their entry among the office's caregivers is needed. Choose the person there.",
    rule: 'enrollMember',
  },
  CAREGIVER_NOT_OF_OFFICE: {
    ja: 'この訪問介護員は、訪問の日にこの事業所に在籍していません。在籍している人を選ぶか、退職日を確かめてください。',
    en: 'The caregiver does not work for the office on the day of the visit. Choose somebody who does.',
    rule: '23',
  },
  CAREGIVER_UNKNOWN: {
    ja: 'この訪問介護員は事業所に登録されていません。訪問介護員の一覧から選び直してください。',
    en: 'There is no such caregiver in the office. Choose one from its list.',
    rule: 'changeCaregiver',
  },
  CAREGIVER_REPLACED: {
    ja: 'この訪問は別の訪問介護員に替わっています。替わる前に始めた訪問だけを記録できます。事業所のコーディネーターに確かめてください。',
    en: 'Another caregiver was assigned before this began. Ask the coordinator who is to record it.',
    rule: '22',
  },
  CAREPLAN_CLIENT_TWICE: {
    ja: 'この被保険者番号の利用者が二人登録されています。利用者の番号を確かめて、どちらかを直してから、もう一度取り込んでください。',
    en: 'Two clients of the office have this number. Correct one of them and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_CLIENT_UNKNOWN: {
    ja: 'この被保険者番号の利用者が登録されていません。利用者を登録するか、保険者番号と被保険者番号を直してから、もう一度取り込んでください。',
    en: 'No client of the office has this number. Enter the client with it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_COLUMNS_SHIFTED: {
    ja: '列の数が二十五ではないため、この行は取り込んでいません。列のずれを直して、もう一度取り込んでください。',
    en: 'The row has not 25 columns and was left out. Correct it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_EMPTY: {
    ja: 'ファイルに行がありません。ファイルを確かめて、もう一度取り込んでください。',
    en: 'The file holds no row. Choose another file.',
    rule: 'importCareplan',
  },
  CAREPLAN_MORE_BAD_ROWS: {
    ja: '取り込めなかった行がほかにもあります。ここまでの行を直して、もう一度取り込んでください。',
    en: 'More rows were left out than are named here. Correct these and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_NAME_UNKNOWN: {
    ja: 'ファイル名がケアプラン連携の予定の形ではありません。受け取ったときの名前のまま選んでください。',
    en: 'The name is not that of a file of care plans. Choose the file by the name that it came with.',
    rule: 'importCareplan',
  },
  CAREPLAN_OTHER_MONTH: {
    ja: 'ファイル名の対象年月と違う月のため、この行は取り込んでいません。対象年月を確かめて、もう一度取り込んでください。',
    en: 'The row is of another month than the file and was left out. Correct it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_OTHER_OFFICE: {
    ja: 'ほかの事業所あての内容のため取り込んでいません。自分の事業所あてのファイルか確かめてください。',
    en: 'It is addressed to another office and was left out. Check whose file it is.',
    rule: 'importCareplan',
  },
  CAREPLAN_OTHER_SERVICE: {
    ja: '訪問介護のサービスコードではないため、この行は取り込んでいません。コードを確かめて、もう一度取り込んでください。',
    en: 'The code is of another service and the row was left out. Correct it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_QUOTE_MISPLACED: {
    ja: '引用符の位置が正しくないため、この行は取り込んでいません。引用符を直して、もう一度取り込んでください。',
    en: 'A quotation mark is out of place and the row was left out. Correct it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_TOO_LARGE: {
    ja: 'ファイルが大きすぎて取り込めません。七百キロバイトまでに分けて、もう一度取り込んでください。',
    en: 'The file holds more than 700 kB. Divide it and import each part.',
    rule: 'importCareplan',
  },
  CAREPLAN_UNREADABLE: {
    ja: 'ファイルの文字を読み取れません。ケアプラン連携のファイルか確かめて、もう一度取り込んでください。',
    en: 'The bytes are no text that can be read. Check whether it is a file of care plans.',
    rule: 'importCareplan',
  },
  CAREPLAN_VALUE_INVALID: {
    ja: '桁数か書き方が正しくないため、この行は取り込んでいません。値を直して、もう一度取り込んでください。',
    en: 'The value is not as its column asks and the row was left out. Correct it and import the file again.',
    rule: 'importCareplan',
  },
  CAREPLAN_VERSIONS_MIXED: {
    ja: '最初の行とバージョンが違うため、この行は取り込んでいません。バージョンごとにファイルを分けて取り込んでください。',
    en: 'The row is of another version than the first and was left out. Divide the file by version.',
    rule: 'importCareplan',
  },
  CAREPLAN_VERSION_UNKNOWN: {
    ja: '読み取れないバージョンのため、この行は取り込んでいません。送り元に別のバージョンでの出力を依頼してください。',
    en: 'The row is of a version that is not read here and was left out. Ask the sender for another one.',
    rule: 'importCareplan',
  },
  CHANGE_NOT_OPEN: {
    ja: 'この変更の提案は、すでに回答されたか、期限が過ぎています。訪問の画面を開き直して、今の予定を確かめてください。',
    en: 'This change was answered, or its time is over. Open the visit again and look at its plan.',
    rule: 'answerVisitChange',
  },
  CHANGE_OPEN: {
    ja: 'この訪問には、回答を待っている変更の提案があります。先にその提案に回答するか、回答をお待ちください。',
    en: 'Another change of this visit waits for an answer. Answer that one first, or wait for the other office.',
    rule: 'proposeVisitChange',
  },
  CHARACTER_UNWRITABLE: {
    ja: 'ファイルに書けない文字が入っています。登録されている名前の文字を直してから、もう一度出力してください。',
    en: 'The file cannot hold this character. Correct the name and make the file again.',
    rule: 'exportCareplan',
  },
  CLIENT_ERASED: {
    ja: 'この利用者の個人情報は消去されているため、新しく書き込むことはできません。別の利用者を選んでいないか確かめてください。',
    en: 'The personal data of this client has been erased, and nothing more is written. Choose another client.',
    rule: '43',
  },
  CLIENT_EXISTS: {
    ja: 'この利用者コードは、別の内容ですでに登録されています。登録済みの利用者を確かめるか、別のコードを入力してください。',
    en: "This code is another client's in the network. Look at the one registered, or enter another code.",
    rule: 'registerClient',
  },
  CLIENT_LEFT: {
    ja: 'この利用者の利用は、その日より前に終わっています。日付を確かめ、利用が続いているときは利用の最終日を改めてください。',
    en: 'The client has left by that day. Check the day, or correct the last day of service.',
    rule: '9',
  },
  CLIENT_NUMBERS_MISSING: {
    ja: '利用者の保険者番号、被保険者番号か、居宅介護支援事業所の番号が登録されていません。登録してから、もう一度出力してください。',
    en: 'Numbers of the client or of the care manager are missing. Enter them and make the file again.',
    rule: 'exportCareplan',
  },
  CLIENT_TRANSFERRED: {
    ja: 'その日は、別のパートナー事業所の利用者です。日付を確かめるか、引き継ぎの相手の事業所に連絡してください。',
    en: "On that day the client is another partner office's. Check the day, or telephone the other office.",
    rule: '9',
  },
  CLIENT_UNKNOWN: {
    ja: 'この利用者は登録されていません。利用者の一覧から選び直してください。',
    en: 'There is no such client. Choose one from the list.',
    rule: '9',
  },
  CLOSES_IN_PAST: {
    ja: '締切日がすでに過ぎています。今日以降の日を指定してください。',
    en: 'The closing day has passed. Choose today or a later day.',
    rule: '37',
  },
  COMMAND_ID_REUSED: {
    ja: '同じ受付番号で、別の内容がすでに送信されています。画面を開き直してから、もう一度送信してください。',
    en: 'The same commandId was sent before with other content. Open the page again and send once more.',
    rule: '4',
  },
  CONSENT_MISSING: {
    ja: '情報をネットワーク内で共有することについて、利用者の同意が登録されていないか、撤回されています。同意を得て登録してから、もう一度行ってください。',
    en: "The client's consent to share data within the network is not in force. Obtain and register it first.",
    rule: '9',
  },
  CONSENT_STANDS: {
    ja: 'この同意はすでに登録されていて有効です。あらためて登録する必要はありません。',
    en: 'This consent is in force already. There is nothing left to register.',
    rule: 'giveConsent',
  },
  CONSIGNOR_CODE_MISSING: {
    ja: '銀行から付与された依頼人コードが設定されていません。自事業所の口座に設定してから、もう一度行ってください。',
    en: 'The consignor code that your bank gave you is not set. Enter it with your account.',
    rule: 'instructPayments',
  },
  CORPORATE_NUMBER_WRONG: {
    ja: '法人番号の13桁に誤りがあります（最初の1桁は検査用の数字です）。番号を確かめて、入力し直してください。',
    en: 'The check digit of the corporate number is wrong. Check its 13 digits.',
    rule: '46',
  },
  DAY_IN_FUTURE: {
    ja: '先の日付は登録できません。今日までの日を入力してください。',
    en: 'The day is in the future. Enter today or an earlier day.',
    rule: 'giveConsent',
  },
  DELEGATION_UNKNOWN: {
    ja: 'この委託は登録されていません。委託の一覧から選び直してください。',
    en: 'There is no such delegation. Choose one from the list.',
    rule: 'seeOffer',
  },
  DIRECT_ONE_OFFICE: {
    ja: '一つの事業所に直接依頼する方式では、打診先を一事業所、一回だけにしてください。',
    en: 'A direct request asks one office in one round. Name one office alone.',
    rule: 'requestDelegation',
  },
  DISPUTE_OPEN: {
    ja: '回答を待っている異議があります。回答されるか、異議が取り下げられるまでお待ちください。',
    en: 'A dispute of a line is open. Wait until it is answered or withdrawn.',
    rule: '35',
  },
  DISPUTE_RESOLVED: {
    ja: 'この異議にはすでに別の回答があります。明細を開いて回答を確かめてください。',
    en: 'This dispute has been answered otherwise. Open the line and look at the answer.',
    rule: 'resolveDispute',
  },
  DISPUTE_UNKNOWN: {
    ja: 'この明細に異議は出ていません。支払通知書を開き直して、明細を選び直してください。',
    en: 'Nobody has disputed this line. Open the statement again and choose the line.',
    rule: 'resolveDispute',
  },
  ENDED_BEFORE_STARTED: {
    ja: '終了の時刻が開始の時刻より前か、同じになっています。時刻を確かめてください。打刻の押し間違いは、コーディネーターに取消を依頼してください。',
    en: 'The end is not after the start. Check both times, or ask the coordinator to take back a mistaken punch.',
    rule: '23',
  },
  ENDS_IN_PAST: {
    ja: '終了日が過ぎているか、開始日より前になっています。今日以降で開始日より後の日を指定してください。',
    en: 'The last day has passed, or is before the first. Choose today or a later day, after the first.',
    rule: 'endTerms',
  },
  EXCEPTION_NOT_OPEN: {
    ja: 'この確認事項は、すでに解消されたか、はじめからありません。訪問の画面を開き直してください。',
    en: 'No such exception is open: it was resolved, or never was. Open the visit again.',
    rule: '25',
  },
  FAILED_BEFORE_PAYMENT: {
    ja: '振込不能の日が、振込の依頼または支払の日より前になっています。日付を確かめて、入力し直してください。',
    en: 'The day lies before the transfer was instructed or paid. Look at the day and enter it again.',
    rule: 'recordPaymentFailure',
  },
  FORBIDDEN: {
    ja: '今の役割ではこの訪問の操作ができません。必要なときは、事業所の管理者か事務局に確かめてください。',
    en: 'This visit is not for you to change. Ask your office or the administrators where it should be.',
    rule: 'uploadVisits',
  },
  FRAME_TOO_CLOSE: {
    ja: '60日以内に始めた別の調査と対象者がほとんど同じため、二つの結果の差から個人の回答が分かるおそれがあります。期間を変えるか、60日が過ぎてから開始してください。',
    en: 'Almost the same people were surveyed within 60 days. Choose another period, or open it after those.',
    rule: '40',
  },
  HAS_OTHER_ROLE: {
    ja: 'この人はすでに別の役割で登録されています。別の人を選ぶか、先に今の役割を外してください。',
    en: 'The person is enrolled in another role. Choose somebody else, or end that role first.',
    rule: 'appointToNetwork',
  },
  HOLDER_TOO_LONG: {
    ja: '口座名義が30文字（濁点・半濁点も1文字）を超えています。銀行に届け出た名義の略し方を確かめて、短くしてください。',
    en: 'The holder has more than 30 characters. Shorten it as the bank has it.',
    rule: 'setBankAccount',
  },
  HOLDER_UNWRITABLE: {
    ja: '口座名義に、振込データで使えない文字があります。通帳のカナ名義のとおりに入力し直してください。',
    en: 'The holder has a character that banks do not take. Enter it in kana, as the bank has it.',
    rule: 'setBankAccount',
  },
  INVOICE_NUMBER_WRONG: {
    ja: '適格請求書発行事業者の登録番号は「T」と13桁の数字です。番号を確かめてください。登録がないときは空欄にしてください。',
    en: 'An invoice number is T and 13 digits. Check it, or leave it out where there is none.',
    rule: 'registerOffice',
  },
  LAST_COORDINATOR: {
    ja: '事業所の最後のコーディネーターは事務局だけが外せます。先に別の人をコーディネーターにするか、事務局に依頼してください。',
    en: 'Only the administrators remove the last coordinator of an office. Enrol another one first, or ask them.',
    rule: '48',
  },
  LEFT_BEFORE_JOINED: {
    ja: '脱退日が参加日より前になっています。参加日以降の日を指定してください。',
    en: 'The office would leave before it joined. Choose the day it joined or a later one.',
    rule: 'leaveNetwork',
  },
  LINE_UNKNOWN: {
    ja: 'この明細は、この支払通知書にありません。支払通知書を開き直して選び直してください。',
    en: 'The statement has no such line. Open it again and choose one.',
    rule: 'disputeLine',
  },
  MINUTES_DIFFER: {
    ja: '所要時間が、予定の開始から終了までの時間と合いません。所要時間か時刻を直してください。',
    en: 'The minutes are not those from the planned start to the planned end. Correct one of them.',
    rule: '9',
  },
  MONTH_CLOSED: {
    ja: 'この月か、それより後の月がすでに締められています。締め残しは次の月の支払通知書に入りますので、お待ちください。',
    en: "This month, or a later one, is closed. Wait for the next month's statement, which takes in what is left.",
    rule: 'closeSettlement',
  },
  MONTH_ITEM_SECOND: {
    ja: '処遇改善加算の区分が二つあります。届け出ている区分を一つだけ選んでください。',
    en: 'There are two grades of 処遇改善加算. Choose the one that the office has notified.',
    rule: '29',
  },
  MONTH_ITEM_UNCONFIRMED: {
    ja: 'この加算のサービスコードは、公表資料で確認できていないため出力できません。この加算を外して出力し、請求のソフトで加えてください。',
    en: 'The service code of this item has not been confirmed. Take it out, and add it in the billing software.',
    rule: '29',
  },
  MONTH_ITEM_UNKNOWN: {
    ja: 'この加算は対象年月にはありません。対象年月にある区分を選び直してください。',
    en: 'The item is not in force in the month. Choose one that is.',
    rule: '29',
  },
  MONTH_NOT_OVER: {
    ja: '対象の月がまだ終わっていません。翌月になってから締めてください。',
    en: 'The month is not over. Close it from the first of the next month on.',
    rule: 'closeSettlement',
  },
  MORE_TIME_ASKED: {
    ja: 'この回では、すでに回答期限の延長を希望しています。パートナー事業所の返事をお待ちください。',
    en: "More time has been asked for in this round already. Wait for the partner office's answer.",
    rule: '14',
  },
  MORE_TIME_NOT_ASKED: {
    ja: 'この事業所は回答期限の延長を希望していません。打診の状況を確かめてください。',
    en: 'The office has not asked for more time. Look at the state of the offer.',
    rule: '14',
  },
  MUST_BE_PUT_RIGHT: {
    ja: 'この確認事項は、確認しただけでは解消できません。記録か予定を正しい内容に直してください。',
    en: 'Acknowledging is not enough here. Correct the record or the plan.',
    rule: '25',
  },
  NETWORK_EXISTS: {
    ja: '同じ名前、地域、年度のネットワークがあります。一覧で確かめるか、別の名前にしてください。',
    en: 'A network of this name, area and year exists. Look for it in the list, or choose another name.',
    rule: 'formNetwork',
  },
  NETWORK_HAS_MEMBERS: {
    ja: '事業所が参加したネットワークは解消できません。参加事業所の脱退日を入力してください。',
    en: 'A network that an office has joined is not dissolved. Let its offices leave instead.',
    rule: 'dissolveNetwork',
  },
  NETWORK_UNKNOWN: {
    ja: 'このネットワークは登録されていません。ネットワークの一覧から選び直してください。',
    en: 'There is no such network. Choose one from the list.',
    rule: 'joinNetwork',
  },
  NOBODY_TO_SURVEY: {
    ja: 'この期間には、調査をお願いできる人がいません。期間を変えるか、調査への同意を確かめてください。',
    en: 'Nobody who could be asked took part in the period. Choose another period, or look at the consents.',
    rule: '37',
  },
  NOTHING_TO_DELETE: {
    ja: 'この月の実績はまだ出力されていません。先に実績を出力してください。',
    en: 'No results of this month have been sent. Look at the files of the month.',
    rule: 'exportCareplan',
  },
  NOTHING_TO_EXPORT: {
    ja: 'この月に確定した訪問がありません。記録を確定してから、もう一度出力してください。',
    en: 'The client has no verified visit in this month. Check the records and make the file again.',
    rule: 'exportCareplan',
  },
  NOTHING_TO_OFFER: {
    ja: '打診できる訪問が残っていません。割り当て済みか、打診中か、取り下げられています。委託の状況を確かめてください。',
    en: 'No visit is left to offer: all are allocated, on offer or withdrawn. Look at the delegation.',
    rule: '16',
  },
  NOTHING_TO_PAY: {
    ja: '合計が0円です。支払の承認も振込も必要はありません。',
    en: 'The total is zero. There is nothing to approve or pay.',
    rule: 'approvePayment',
  },
  NOTHING_TO_SETTLE: {
    ja: 'いま精算できる訪問がありません。確定していない記録や、保留の理由を確かめてください。',
    en: 'There is nothing to settle yet. Look at records that are not verified, and at the holds.',
    rule: 'closeSettlement',
  },
  NOT_APPROVED: {
    ja: '支払がまだ承認されていません。締めた人とは別の人が承認してから、支払を登録してください。',
    en: 'The payment is not approved. Ask somebody other than who closed the month to approve it first.',
    rule: '35',
  },
  NOT_CANDIDATE: {
    ja: 'この事業所は、選べる状態の受諾をしていません。受諾した事業所の中から選んでください。',
    en: 'The office has not said yes to this. Choose among those that have.',
    rule: '15',
  },
  NOT_CONFIRMED: {
    ja: '支払通知書がまだ確認されていません。確認を待つか、発行から5日が過ぎ、支払期日まで10日以内になってから承認してください。',
    en: 'The statement is not confirmed. Wait for it, or approve once 5 days have passed and it is due within 10.',
    rule: '35',
  },
  NOT_FOUND: {
    ja: '指定された訪問やヘルパーが見つからないか、表示できません。一覧から選び直してください。',
    en: 'The visit or caregiver is not there, or not for you to see. Choose from the list.',
    rule: 'uploadVisits',
  },
  NOT_INSTRUCTED: {
    ja: '振込の依頼も支払の記録もされていないため、振込不能を記録できません。支払通知書の状態を確かめてください。',
    en: 'It has been neither instructed nor paid. Look at the state of the statement.',
    rule: 'recordPaymentFailure',
  },
  NOT_INVITED: {
    ja: 'この事業所からの招待はありません。事業所に登録を依頼してください。',
    en: 'No invitation of this office waits for you. Ask the office to enrol you.',
    rule: '47',
  },
  NOT_IN_FILE: {
    ja: '振込データに入っていません。支払通知書の状態を確かめて、もう一度依頼してください。',
    en: 'It is not in the bank file. Look at its state and request it again.',
    rule: 'instructPayments',
  },
  NOT_NEWEST: {
    ja: 'より新しい支払通知書があるため、取り消せません。記録の訂正や異議への回答による差額は次の支払通知書に入りますので、そちらで直してください。',
    en: 'A newer statement of the two offices stands. Correct the record, and the difference comes with the next one.',
    rule: 'voidStatement',
  },
  NOT_PUNCHED: {
    ja: '取り消す打刻がありません。訪問の打刻を確かめてください。',
    en: 'There is no such punch to take back. Look at the punches of the visit.',
    rule: '23',
  },
  NOT_RECORDED: {
    ja: 'この訪問の記録がまだありません。アシスト事業所が記録してから行ってください。',
    en: 'There is no record yet. Wait until the assist office has made it.',
    rule: '25',
  },
  NOT_SELECTABLE: {
    ja: 'この委託は、先に受諾した事業所に決まる方式です。パートナー事業所が選ぶ必要はありません。',
    en: 'In this delegation the first office that accepts has the visits. There is nothing to select.',
    rule: '15',
  },
  NO_PRICE: {
    ja: '契約条件に、このサービスと所要時間に当たる価格がありません。契約条件に価格を加えて合意するか、所要時間を確かめてください。',
    en: 'The terms have no price for this service and these minutes. Agree on one, or check the minutes.',
    rule: '30',
  },
  NO_SERVICE_CODE: {
    ja: 'このサービスと所要時間に当たるサービスコードがありません。サービスの種類、所要時間、要介護度を確かめてください。',
    en: 'The fee table has no code for this. Check the kind of service, the minutes and the care level.',
    rule: '29',
  },
  OFFER_ALREADY_ANSWERED: {
    ja: 'この打診にはすでに回答しています。変えたいときはパートナー事業所に連絡してください。',
    en: 'This offer has been answered. Telephone the partner office to change the answer.',
    rule: '20',
  },
  OFFER_EXPIRED: {
    ja: 'この打診の期限は過ぎています。まだ引き受けられるとき、またはお願いしたいときは、相手の事業所に連絡してください。',
    en: 'The time for this offer is over. Telephone the other office if it still matters.',
    rule: '8, 20',
  },
  OFFER_NOT_SELECTED: {
    ja: 'この打診は、別の事業所に決まったか、選定の期限を過ぎて終わりました。次の打診をお待ちください。',
    en: 'The partner office has decided without this office. Wait for the next offer.',
    rule: '15, 20',
  },
  OFFER_UNKNOWN: {
    ja: 'この事業所への打診はありません。打診の一覧を確かめてください。',
    en: 'The office was not asked. Look at its list of offers.',
    rule: '20',
  },
  OFFICES_NO_PAIR: {
    ja: '二つの事業所は、このネットワークでパートナー事業所とアシスト事業所の関係にありません。事業所か、ネットワークでの役割を確かめてください。',
    en: 'The two are not partner and assist office in the network. Check the offices and their roles.',
    rule: 'proposeTerms',
  },
  OFFICE_AND_ROLE_DIFFER: {
    ja: '役割と事業所の指定が合いません。コーディネーターと訪問介護員には事業所を指定し、ほかの役割には指定しないでください。',
    en: 'The role and the office do not go together. Name an office for coordinators and caregivers alone.',
    rule: 'enrollMember',
  },
  OFFICE_EXISTS: {
    ja: 'この事業所番号は、別の内容ですでに登録されています。番号を確かめるか、登録済みの事業所を変更してください。',
    en: 'This number is registered with other content. Check it, or change the office that is registered.',
    rule: 'registerOffice',
  },
  OFFICE_HAS_VISITS: {
    ja: '終わっていない委託か、その日より後に受諾済みの訪問があります。先にこれらを終えるか、後の日を指定してください。',
    en: 'The office has open delegations, or accepted visits after that day. End these first, or choose a later day.',
    rule: 'leaveNetwork',
  },
  OFFICE_NOT_ASSIST: {
    ja: 'この事業所は、訪問の日にアシスト事業所としてネットワークに参加していません。打診先か、参加の期間を確かめてください。',
    en: "The office is not ASSIST in the network on the visit's day. Check whom you ask, or its dates.",
    rule: '9',
  },
  OFFICE_NOT_MEMBER: {
    ja: 'この事業所はこのネットワークに参加していません。事業所とネットワークを確かめてください。',
    en: 'The office is not a member of the network. Check both.',
    rule: 'leaveNetwork',
  },
  OFFICE_NOT_PARTNER: {
    ja: 'この事業所は、その日にパートナー事業所としてネットワークに参加していません。参加の期間と役割を事務局に確かめてください。',
    en: 'The office is not PARTNER in the network on that day. Ask the administrators about dates and roles.',
    rule: '9',
  },
  OFFICE_UNKNOWN: {
    ja: 'この事業所は登録されていません。事業所の一覧から選び直してください。',
    en: 'There is no such office. Choose one from the list.',
    rule: 'changeOffice',
  },
  OPEN_EXCEPTION: {
    ja: 'まだ解消されていない確認事項があります。確認事項を解消してから確定してください。',
    en: 'An exception is open. Resolve it, then verify.',
    rule: '25',
  },
  OWN_PROPOSAL: {
    ja: '自分の事業所が出した提案には回答できません。相手の事業所の回答をお待ちください。',
    en: 'The office that proposed does not answer its own proposal. Wait for the other office.',
    rule: 'agreeTerms',
  },
  OWN_RECORD: {
    ja: '自分の事業所が作った記録は確定できません。パートナー事業所が確定しますので、お待ちください。',
    en: 'An office never verifies its own record. Wait for the partner office.',
    rule: '26',
  },
  PAID_BEFORE_ISSUE: {
    ja: '支払日が、支払通知書を発行した日より前になっています。振込の控えで支払日を確かめてください。',
    en: 'The day of payment is before the statement was issued. Look at the record of the transfer.',
    rule: '35',
  },
  PARTNER_ACKNOWLEDGES: {
    ja: 'この確認事項はパートナー事業所だけが確認できます。パートナー事業所の確認をお待ちください。',
    en: 'The partner office alone acknowledges this. Wait for it.',
    rule: '24',
  },
  PAYEE_ACCOUNT_MISSING: {
    ja: '支払先の事業所が口座をまだ設定していません。支払先に設定を依頼してください。',
    en: 'The payee has not set an account yet. Ask the office to set it.',
    rule: 'instructPayments',
  },
  PAYEE_BRANCH_UNKNOWN: {
    ja: '支払先の口座の銀行または支店が見つかりません。統廃合が考えられるため、支払先に口座の確認を依頼してください。',
    en: "The bank or branch of the payee's account is not there any more. Ask the office to look at its account.",
    rule: 'instructPayments',
  },
  PAYEE_NAME_UNWRITABLE: {
    ja: '支払先の口座名義に、お使いの銀行の振込データでは使えない文字があります。支払先に名義の変更を依頼してください。',
    en: "Your bank does not take a character of the payee's holder name. Ask the office to change it.",
    rule: 'instructPayments',
  },
  PAYMENT_UNDER_WAY: {
    ja: '支払が承認されているため、この支払通知書は取り消せません。記録の訂正や異議への回答による差額は次の支払通知書に入りますので、そちらで直してください。',
    en: 'Its payment has been approved. Correct the record, and the difference comes with the next statement.',
    rule: 'voidStatement',
  },
  PERIOD_INVALID: {
    ja: '期間の終わりの日が、始まりの日より前になっています。日付を確かめてください。',
    en: 'The period ends before it begins. Check its days.',
    rule: '37',
  },
  PHYSICAL_MINUTES_MISSING: {
    ja: '身体介護の時間は、身体介護に続けて生活援助を行うときだけ、全体の所要時間より短く入力してください。',
    en: 'Minutes of 身体介護 go only with 身体介護 followed by 生活援助, and are less than the whole. Correct them.',
    rule: '9',
  },
  PLANNED_VISIT_COVERED: {
    ja: 'この予定は、すでにほかの訪問で委託されています。別の予定を選ぶか、先の委託を取り下げてください。',
    en: 'This planned visit is delegated already. Choose another, or withdraw the earlier one.',
    rule: 'requestDelegation',
  },
  PLANNED_VISIT_UNKNOWN: {
    ja: 'この予定は、取り込まれたケアプランのその月にありません。予定の一覧から選び直してください。',
    en: 'The care plan of the month has no such visit. Choose one from the plan.',
    rule: 'requestDelegation',
  },
  PLAN_NOT_AS_MADE: {
    ja: '記録のある訪問の予定は、実際の開始の前後24時間以内の、過ぎた時刻にだけ直せます。実際に訪問した日時を確かめてください。',
    en: 'A recorded visit moves only to a past time within 24 hours of its real start. Check when it was made.',
    rule: '22',
  },
  PLAN_UNCHANGED: {
    ja: '今の予定と同じ内容です。変えたい時刻、長さ、サービスを入力してください。',
    en: 'This is the plan as it stands. Enter another time, length or service.',
    rule: 'proposeVisitChange',
  },
  PRICE_TWICE: {
    ja: '同じ区分の価格かキャンセル料が二度入力されています。どちらかを消してください。',
    en: 'A step of the prices or of the cancellation fee is given twice. Take one out.',
    rule: '30',
  },
  PUNCH_WITHDRAWN: {
    ja: 'この打刻は取り消されています。必要であれば別の時刻か方法で打刻し直してください。',
    en: 'This punch was taken back. Punch at another time or by another method where it is needed.',
    rule: '23',
  },
  QUESTIONNAIRE_INVALID: {
    ja: '設問の定義に誤りがあります。コードや選択肢の重複と空欄、種類に合わない選択肢、成り立たない表示条件がないか確かめてください。',
    en: 'A text is empty, a code or option is doubled or does not fit, or a condition cannot be met. Correct it.',
    rule: 'draftSurvey',
  },
  QUESTIONNAIRE_TOO_LONG: {
    ja: '調査票が大きすぎます。設問か選択肢を減らすか、自由記述の文字数の上限を下げてください。',
    en: 'The questionnaire is too long altogether. Take out questions or options, or lower the length of texts.',
    rule: '39',
  },
  REASON_IS_NONE: {
    ja: '「計画に合わせる」は訂正の理由になりません。実際に何が違っていたかを書いてください。',
    en: '"To match the plan" is no reason. Write what really differed.',
    rule: '26',
  },
  RECORD_EMPTY: {
    ja: '記録が空です。実施した内容か心身の状況を入力してください。',
    en: 'The record is empty. Enter a task or the condition.',
    rule: '23',
  },
  RECORD_RETURNED: {
    ja: 'この記録は差し戻されています。アシスト事業所が訂正してから行ってください。',
    en: 'The record was returned. Wait until the assist office has amended it.',
    rule: '26',
  },
  RECORD_STANDS: {
    ja: 'この訪問の記録はすでにあります。内容が違うときは、記録を訂正してください。',
    en: 'The visit has a record already. Amend it where something is different.',
    rule: '23',
  },
  RECORD_VERIFIED: {
    ja: 'この記録はすでに確定しています。変えたいときは、事業所に記録の訂正を依頼してください。',
    en: 'The record is verified. Ask the office to amend it where something must change.',
    rule: '26',
  },
  RESULTS_OVERLAP: {
    ja: '同じ利用者の訪問の時間が重なっているため、実績を出力できません。訪問の予定か記録を直してから、もう一度出力してください。',
    en: 'Visits of the client overlap. Correct their plans and make the file again.',
    rule: 'exportCareplan',
  },
  RESULT_NOT_PLANNED: {
    ja: 'この訪問がケアプランの予定と一致しません。ケアマネジャーに予定の変更を依頼して、予定を取り込み直してから出力してください。',
    en: 'The care plan has no such visit at this time. Ask the care manager for a changed plan and import it.',
    rule: 'exportCareplan',
  },
  RESULT_WITHOUT_CODE: {
    ja: 'この訪問のサービスコードが分かりません。この月のケアプランの予定を取り込んでから、もう一度出力してください。',
    en: 'The service code of this visit is not known here. Ask the care manager for the plan and import it.',
    rule: 'exportCareplan',
  },
  SAME_OFFICE: {
    ja: 'すでにこの事業所の利用者です。引き継ぎ先には、別のパートナー事業所を選んでください。',
    en: "The client is this office's already. Choose another partner office.",
    rule: 'transferClient',
  },
  SAME_PERSON: {
    ja: '支払は、締めた人とは別の人が承認します。事業所の別のコーディネーターに依頼してください。',
    en: 'Who closed the month does not approve its payment. Ask another coordinator of the office.',
    rule: '35',
  },
  SERVICE_NOT_OFFERED: {
    ja: 'この事業所はこのサービスを提供していません。別の事業所に打診してください。',
    en: 'The office does not offer this service. Ask another office.',
    rule: '9',
  },
  STATEMENT_CHANGED: {
    ja: '支払通知書の内容が、画面に表示されたものと違っています。開き直して内容を確かめてください。',
    en: 'The statement is no longer the one that was shown. Open it again and check it.',
    rule: '35',
  },
  STATEMENT_OF_OTHER_OFFICE: {
    ja: '指定した事業所が支払う支払通知書ではありません。一覧から選び直してください。',
    en: 'The statement is not paid by the office named. Choose among its own.',
    rule: 'instructPayments',
  },
  STATEMENT_TOO_LONG: {
    ja: '支払通知書の明細が多すぎて作成できません。事務局に連絡してください。',
    en: 'The statement would have too many lines. Ask the administrators.',
    rule: 'domain.md',
  },
  STATEMENT_UNKNOWN: {
    ja: 'この支払通知書はありません。支払通知書の一覧から選び直してください。',
    en: 'There is no such statement. Choose one from the list.',
    rule: '31',
  },
  STATEMENT_VOIDED: {
    ja: 'この支払通知書は取り消されています。作り直された支払通知書を確かめてください。',
    en: 'The statement has been voided. Look at the one that takes its place.',
    rule: '31',
  },
  STUDY_ENDED: {
    ja: 'この研究は終わっているか、この調査の締切より前に終わります。回答を前後の調査と結び付けられません。締切か研究の最終日を改めるか、別の研究名で作り直してください。',
    en: 'The study is over, or ends before the survey closes. Choose another last day, or draft another study.',
    rule: '39',
  },
  SURVEY_ALREADY_OPEN: {
    ja: 'この調査は、別の期間か締切日ですでに始まっています。今の調査の内容を確かめてください。',
    en: 'The survey is open already, with another period or closing day. Look at it.',
    rule: '37',
  },
  SURVEY_CLOSED: {
    ja: 'この調査は締め切られました。回答の必要はありません。ご協力ありがとうございました。',
    en: 'The survey is closed. There is nothing left to answer; thank you.',
    rule: '37',
  },
  SURVEY_FROZEN: {
    ja: '公開した調査は変更できません。内容を変えるときは、新しい調査として作成してください。',
    en: 'A published survey cannot be changed. Draft a new one.',
    rule: '37',
  },
  SURVEY_NOT_DRAFTED: {
    ja: 'この調査の下書きがありません。先に下書きを作成してください。',
    en: 'There is no draft of this survey. Draft it first.',
    rule: '37',
  },
  SURVEY_NOT_OPEN: {
    ja: 'この調査は実施中ではありません。実施の期間を確かめてください。',
    en: 'The survey is not open. Check its days.',
    rule: '37',
  },
  SURVEY_NOT_PUBLISHED: {
    ja: 'この調査はまだ公開されていません。公開してから開始してください。',
    en: 'The survey has not been published yet. Publish it, then open it.',
    rule: '37',
  },
  TASK_UNKNOWN: {
    ja: 'サービス内容の一覧にない項目です。一覧から選び、補足は備考に書いてください。',
    en: 'This task is not in the catalogue. Choose one there, and write what is special into its note.',
    rule: '41',
  },
  TERMS_ANSWERED: {
    ja: 'この提案は、すでに回答されたか、新しい提案に差し替えられています。最新の契約条件を確かめてください。',
    en: 'The proposal was answered or replaced. Look at the newest terms.',
    rule: 'agreeTerms',
  },
  TERMS_BEGIN_IN_PAST: {
    ja: '二回目以降の契約条件は、合意する日より前から始めることはできません。今日以降の開始日で提案し直してください。',
    en: 'Later terms cannot begin before the day they are agreed. Propose them from today or a later day on.',
    rule: 'proposeTerms',
  },
  TERMS_ENDED: {
    ja: 'この契約条件はすでに終了しています。続けるときは、新しい契約条件を提案してください。',
    en: 'The terms have ended. Propose new ones to go on.',
    rule: 'endTerms',
  },
  TERMS_MISSING: {
    ja: '訪問の日に有効な、合意済みの契約条件がありません。この事業所と契約条件を合意してから行ってください。',
    en: 'No agreed terms are in force on the day of the visit. Agree on terms with this office first.',
    rule: '9',
  },
  TERMS_NOT_AGREED: {
    ja: 'まだ合意されていない契約条件です。合意済みの契約条件を選んでください。',
    en: 'These terms were not agreed. Choose terms that were.',
    rule: 'endTerms',
  },
  TIME_IN_FUTURE: {
    ja: '将来の時刻です。端末の時計が5分以上進んでいないか確かめてください。',
    en: 'The time is in the future. Check whether the clock of the device is more than 5 minutes ahead.',
    rule: '23',
  },
  TIME_MISSING: {
    ja: '打刻がないため、開始と終了の時刻を入力してください。',
    en: 'There is no punch. Enter the times of start and end.',
    rule: '23',
  },
  TOKEN_INVALID: {
    ja: 'この招待を確認できませんでした。届いた案内のアドレスをそのまま開くか、案内を渡した事業所に確かめてください。',
    en: 'This token belongs to no invitation. Open the address as it came, or ask the office that handed it out.',
    rule: '38',
  },
  TOO_EARLY: {
    ja: '予定開始より早すぎる時刻です（打刻は60分前、訪問先での取消は15分前から）。別の訪問を選んでいないか確かめてください。',
    en: 'Too early: punches are taken 60 minutes before the planned start, the door 15. Check the visit.',
    rule: '23',
  },
  TOO_MANY_CAREGIVERS: {
    ja: '一つの事業所に登録できる訪問介護員は、辞めた人を含めて1,000人までです。事務局に連絡してください。',
    en: 'An office enrols 1,000 caregivers at most, those who have left included. Telephone the administrators.',
    rule: '49',
  },
  TOO_MANY_CHANGES: {
    ja: 'これまでの変更の回数が上限に達したため、これ以上は変更できません。今の内容はそのまま有効です。必要なときは事務局に連絡してください。',
    en: 'This has been changed as often as it may be; what stands goes on. Telephone the administrators if it matters.',
    rule: '49',
  },
  TOO_MANY_DISPUTES: {
    ja: '異議は一つの支払通知書につき100件までです。誤りが多いときは、支払通知書の取消をパートナー事業所に電話で依頼してください。',
    en: 'A hundred lines of a statement can be disputed. Telephone the partner office, which can void it.',
    rule: '49',
  },
  TOO_MANY_EXCEPTIONS: {
    ja: 'ほかの訪問と重なる確認事項が200件を超えたため確定できません。重なっている訪問の記録を先に訂正してください。',
    en: 'More than 200 exceptions with other visits have been raised. Amend the records that overlap first.',
    rule: '49',
  },
  TOO_MANY_PLANNED_VISITS: {
    ja: '一人の利用者の一か月の行が三百を超えています。ファイルの内容を確かめてください。',
    en: 'The file has more than 300 rows of one client. Check what it holds.',
    rule: 'importCareplan',
  },
  TOO_MANY_PUNCHES: {
    ja: '打刻の取消は1回の訪問につき10回までです。時刻はサービス提供記録に入力してください。',
    en: 'Ten punches of a visit can be taken back. Enter the times with the record.',
    rule: '23',
  },
  TOO_MANY_REMINDERS: {
    ja: '回答のお願いは、一つの調査につき10回までです。回答のない方には直接たずねてください。',
    en: 'Ten reminders of a survey can be sent. Ask those who have not answered yourself.',
    rule: '49',
  },
  TOO_MANY_ROUNDS: {
    ja: '一つの委託に追加できる打診の回は50回までです。新しい委託として依頼してください。',
    en: '50 rounds can be added to a delegation at most. Request a new delegation.',
    rule: '49',
  },
  TOO_MANY_UPLOADS: {
    ja: 'この訪問の記録は10回送信されています。内容を直すには記録を訂正してください。',
    en: 'Ten different records of this visit have been sent. Amend the one that stands.',
    rule: '49',
  },
  TOO_MANY_VERSIONS: {
    ja: 'この記録は50版まで訂正されていて、これ以上は訂正できません。事務局に連絡してください。',
    en: 'The record has fifty versions and can be amended no more. Ask the administrators.',
    rule: '49',
  },
  TOO_MANY_VISITS: {
    ja: '一つの委託に入れられる訪問は62件までです。委託を分けてください。',
    en: 'A delegation holds 62 visits at most. Divide it.',
    rule: 'domain.md',
  },
  TRANSFER_DATE_PAST: {
    ja: '振込指定日が過ぎています。今日以降の営業日を指定してください。',
    en: 'The day of the transfer is past. Choose a later one.',
    rule: 'instructPayments',
  },
  TRANSFER_DATE_TOO_FAR: {
    ja: '振込指定日は1か月先までです。もっと近い営業日を指定してください。',
    en: 'The day of the transfer is more than a month ahead. Choose a nearer one.',
    rule: 'instructPayments',
  },
  VISITS_AFTER_END: {
    ja: 'この終了日より後に受諾済みの訪問があります。後の日を指定するか、先にそれらの訪問を取り下げるか返上してください。',
    en: 'There are accepted visits after that day. Choose a later day, or withdraw or release them first.',
    rule: 'endTerms',
  },
  VISITS_ALREADY_ALLOCATED: {
    ja: 'すでに別の事業所に決まった訪問です。打診には、残っている訪問を選んで回答してください。訪問の記録は、パートナー事業所に電話で確かめてください。',
    en: 'Another office has this already. Accept again, naming what is left; about a record ask the partner office.',
    rule: '19, 20, 22',
  },
  VISITS_OVERLAP: {
    ja: 'この利用者の別の訪問と時間が重なります。重なっている訪問を確かめて、時刻を変えてください。',
    en: 'Another visit of the client overlaps. Look at it and choose other times.',
    rule: '9',
  },
  VISITS_STILL_DELEGATED: {
    ja: 'その日以後の訪問が委託されたままです。先に取り下げるか、次の事業所に取り下げを依頼するか、後の日を指定してください。',
    en: 'Visits of that time are still delegated. Withdraw them first, or choose a later day.',
    rule: 'transferClient, endClient',
  },
  VISITS_WITHDRAWN: {
    ja: '選んだ訪問には、取り下げられたものがあります。残っている訪問を選んで、もう一度回答してください。',
    en: 'Some of these visits were withdrawn. Accept again, naming those that are left.',
    rule: '20',
  },
  VISIT_AHEAD: {
    ja: '訪問なしの報告は、予定開始の15分後からできます。それまでお待ちください。',
    en: 'A visit can be reported missed from 15 minutes after its planned start. Wait until then.',
    rule: '23',
  },
  VISIT_CANCELLED: {
    ja: 'この訪問は取り消されています。行かずに、着いていたらパートナー事業所に連絡してください。取り消し前に始めた訪問は、時刻を入れて記録してください。',
    en: 'The visit is cancelled. Telephone the partner office if somebody is there; what began before can be recorded.',
    rule: '22',
  },
  VISIT_IN_PAST: {
    ja: '訪問の開始予定時刻が過ぎています。これからの訪問を選んでください。',
    en: "The visit's start has passed. Choose visits to come.",
    rule: '9',
  },
  VISIT_MISSED: {
    ja: '訪問なしと報告されています。訪問したときは、予定開始の60分前から予定終了までに始まった記録を登録してください。',
    en: 'The visit was reported missed. Record it only where it began from 60 minutes before its start to its end.',
    rule: '23',
  },
  VISIT_NOT_HELD: {
    ja: 'この訪問は、この事業所に割り当てられていません。自分の事業所の訪問を選んでください。',
    en: 'The office does not hold this visit. Choose one of its own.',
    rule: 'releaseVisits',
  },
  VISIT_NOT_OFFERED: {
    ja: 'この訪問は打診に含まれていません。打診された訪問の中から選んでください。',
    en: 'The visit is not part of this offer. Choose among those offered.',
    rule: '20',
  },
  VISIT_NOT_UNCOVERED: {
    ja: 'この訪問は、引き受ける事業所がないまま開始時刻を迎えた訪問ではありません。やることの一覧から訪問を選んでください。',
    en: 'This is no visit that nobody had at its start. Choose one from your tasks.',
    rule: '18',
  },
  VISIT_RELEASED: {
    ja: '返上した訪問で、今はこの事業所の訪問ではありません。返上前に始めた訪問は、時刻を入れて記録できます。引き受け直すときは、パートナー事業所に連絡してください。',
    en: 'The visit was released. Record what began before, or telephone the partner office to have it again.',
    rule: '22',
  },
  VISIT_SETTLED: {
    ja: 'この訪問は精算済みです。差額は次の支払通知書で調整されますので、記録を訂正してください。',
    en: 'The visit is settled. Amend the record: the difference stands in the next statement.',
    rule: 'returnVisitRecord',
  },
  VISIT_STARTED: {
    ja: '訪問が始まっているか、開始予定時刻を過ぎているため、この操作はできません。行われなかった訪問は、行われなかったと報告してください。',
    en: 'The visit has begun, or its planned start has passed. Report what was not made as missed.',
    rule: 'withdrawVisits',
  },
  VISIT_UNKNOWN: {
    ja: 'この訪問は登録されていません。訪問の一覧から選び直してください。',
    en: 'There is no such visit. Choose one from the list.',
    rule: '22',
  },
  WITHDRAWN_BEFORE_GIVEN: {
    ja: '撤回日が同意日より前になっています。同意日以降の日を指定してください。',
    en: 'The consent would end before it was given. Choose the day it was given or a later one.',
    rule: 'withdrawConsent',
  },
};

/** The enum of codes, which the schema takes from the table (contract, UserErrorCode). */
export const userErrorCodes = (): string => {
  const values = Object.entries(userErrors).map(([code, { ja }]) => `  ${JSON.stringify(ja)}\n  ${code}`);
  const said = '"Each with what it says to people; docs/errors.md says which mutation may refuse with which of them."';
  return `${said}\nenum UserErrorCode {\n${values.join('\n')}\n}\n`;
};

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** What somebody calls a thing, in both languages. */
export interface Named {
  readonly ja: string;
  readonly en: string;
}

/**
 * A refusal as the API answers it; `subject`: which visit, office or day it is about. A code
 * without a meaning is a fault of ours and throws.
 */
export const userErrorOf = (
  { code, path, unwritable }: Rejected,
  language: 'ja' | 'en',
  subject: Named | null,
): UserError => {
  const meaning = userErrors[code];
  if (!meaning) throw new Error(`the refusal ${code} is not in the table of user errors`);
  const before = subject === null ? '' : language === 'ja' ? `${subject.ja}：` : `${subject.en}: `;
  const which = unwritable === undefined ? '' : placeOf(unwritable)[language];
  return { code, message: `${before}${which}${meaning[language]}`, path: path ? ['input', ...path] : null };
};

/** 「3文字目の「髙」」: which character it is that cannot be written, and where. */
const placeOf = ({ character, place }: NonNullable<Rejected['unwritable']>): Named => ({
  ja: `${place}文字目の「${character}」：`,
  en: `“${character}” at character ${place}: `,
});
