/** How results are hidden and reckoned, in each language (rule 40). */
export const METHOD = {
  ja: [
    '閾値未満の集団は表示しない。差し引きで分かる場合は次に小さい集団も隠す（残余規則）。',
    '平均は標本標準偏差とt分布の95%信頼区間、割合はWilsonの95%信頼区間。nはその設問への回答数。',
    '同じ尺度や同じ文言の設問は、一部だけに答えた人が少なく差し引きで分かる場合、',
    'そのうち尋ねられたものすべてに答えた人だけを数える。',
    'ほかの回の設問は、コード・種類・文言・選択肢が同じものを同じ設問とする。複数の調査にまたがる値は、',
    'それぞれの部分が単独でも表示できる場合に限り表示する。変化は一つ前の回との差。両方の回に答えた人を仮名の',
    'パネルキーで結び付けて表示できる場合は、その差の平均とWilcoxonの符号付順位検定、できない場合は平均の差と',
    'Mann-WhitneyのU検定（いずれも両側）。検定の方法と件数は検定名に示す。効果量は順位双列相関係数。',
  ].join(''),
  en: [
    'Groups under the threshold are hidden, and the next smallest ones where they could be found by subtraction',
    '(remainder rule). Sample standard deviation; 95 % intervals by Student’s t for means, by Wilson for shares.',
    'n: answers to that question. Where few answered only some of a scale, or of questions of one wording, and could',
    'be found by subtraction, figures of these are of those who answered all of them that were put to them.',
    'Questions of other waves are the same where code, kind, wording and options are. What takes in several surveys',
    'is shown where each part could be shown by itself. Change: against the wave before; of those who answered in',
    'both, joined by a pseudonymous key, where these can be shown, the mean difference and Wilcoxon’s signed-rank',
    'test; else the difference of the means and the test of Mann and Whitney, both two-sided; `test` names the way of',
    'reckoning and over how many. Effect size: rank-biserial correlation.',
  ].join(' '),
};
