import qrcode from 'qrcode-generator';
import { onPaper, type Writing } from './paper.ts';
import { dayWords } from './words.ts';

/** Whom a letter is for, as `Invitation` answers it, and the address of their page. */
export interface InvitationOnPaper {
  readonly audience: keyof typeof SALUTATIONS;
  /** The code of the client or caregiver, or an office's name; never a person's name. */
  readonly recipient: string;
  readonly url: string;
  /** Hands it out. */
  readonly office: { readonly name: string } | null;
}
/** What the letters of one survey say. */
export interface LettersAsked {
  readonly survey: {
    readonly title: string;
    readonly intro: string | null;
    readonly anonymous: boolean;
    readonly closesOn: string | null;
  };
  readonly invitations: readonly InvitationOnPaper[];
  /** An instant. */
  readonly madeAt: string;
}

const SALUTATIONS = {
  PARTNER_OFFICE: (recipient: string) => `${recipient}　御中`,
  ASSIST_OFFICE: (recipient: string) => `${recipient}　御中`,
  CAREGIVER: (recipient: string) => `訪問介護員の方へ　（コード ${recipient}）`,
  CLIENT: (recipient: string) => `利用者の方へ　（コード ${recipient}）`,
  FAMILY: (recipient: string) => `利用者のご家族の方へ　（利用者のコード ${recipient}）`,
  CARE_MANAGER: (recipient: string) => `ケアマネジャーの方へ　（利用者のコード ${recipient}）`,
} as const;

/** Who enters what was written on paper. */
const toTell = (audience: InvitationOnPaper['audience']): string =>
  audience.endsWith('_OFFICE') ? 'この調査の担当者' : 'この案内をお渡しした事業所';

/**
 * Of the introduction with what else may be long: a longer one is read on the page itself, so that
 * a letter stays one page.
 */
const MOST_LINES = 16;
/** Characters of 13 points that stand in a line. */
const LINE_CHARACTERS = 40;
const linesOf = (text: string): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)), 0);
/** From so many characters on a title is written smaller: in three lines at the most. */
const LONG_TITLE = 50;
/** Of the code, in points: 7 cm. */
const CODE_WIDTH = 198;

/** The squares of an address as a QR code, a quarter of which may be dirty. */
const squaresOf = (url: string): boolean[][] => {
  const code = qrcode(0, 'Q');
  code.addData(url, 'Byte');
  code.make();
  const places = [...Array(code.getModuleCount()).keys()];
  return places.map((row) => places.map((column) => code.isDark(row, column)));
};

const letter = (
  paper: Writing,
  { survey, invitation }: { survey: LettersAsked['survey']; invitation: InvitationOnPaper },
) => {
  const { audience, recipient, url, office } = invitation;
  paper.page('');
  const salutation = SALUTATIONS[audience](recipient);
  paper.text(salutation, { size: 14, weight: 'bold' });
  if (office !== null && !audience.endsWith('_OFFICE')) paper.text(`お渡しする事業所　${office.name}`, { size: 10 });
  paper.space(18);
  const size = survey.title.length < LONG_TITLE ? 20 : 14;
  paper.text(survey.title, { size, weight: 'bold', align: 'center' });
  paper.space(14);
  const intro = survey.intro ?? '';
  if (linesOf([salutation, office?.name, survey.title, intro, url].join('\n')) <= MOST_LINES)
    for (const line of intro.split('\n')) paper.text(line, { size: 13 });
  paper.space(10);
  if (survey.closesOn !== null) paper.text(`締切　${dayWords(survey.closesOn)}`, { size: 16, weight: 'bold' });
  paper.space(8);
  paper.text('スマートフォンのカメラで、下の四角い印を読み取ってください。質問の画面が開きます。', { size: 14 });
  paper.space(14);
  paper.squares(squaresOf(url), CODE_WIDTH);
  paper.space(14);
  paper.text('読み取れないときは、次のアドレスを入れてください。', { size: 13 });
  paper.text(url, { size: 11 });
  paper.space(12);
  paper.text(
    `画面を使わずに紙で答えたいときは、${toTell(audience)}に伝えてください。紙に書いた答えを、この案内のアドレスの画面に入力します。`,
    { size: 13 },
  );
  paper.space(8);
  paper.text(
    `答えを送れるのは、この案内で一度だけです。ほかの人には渡さないでください。${
      survey.anonymous
        ? 'だれの答えかが分かる形では、残りません。'
        : 'この調査は匿名ではなく、だれの答えかが分かる形で残ります。'
    }`,
    { size: 13 },
  );
};

/**
 * Letters to those who are invited to a survey, as PDF: one page each in large type, with the
 * address as a QR code; office by office, as they are handed out. They hold the tokens, which are
 * the right to answer and are kept nowhere: who opens or reminds makes them of what is answered.
 */
export const surveyLetters = async ({ survey, invitations, madeAt }: LettersAsked): Promise<Uint8Array> => {
  const keyOf = ({ office, audience, recipient }: InvitationOnPaper): string =>
    `${office?.name ?? ''} ${audience} ${recipient}`;
  const inOrder = invitations.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const pieces: Uint8Array[] = [];
  await onPaper(
    { title: survey.title, madeAt },
    (said) => {
      if ('piece' in said) pieces.push(said.piece);
    },
    (paper) => {
      for (const invitation of inOrder) letter(paper, { survey, invitation });
    },
  );
  return Buffer.concat(pieces);
};
