import type { Question } from '../../domain/survey/events.ts';
import { conditionsOf } from './form.ts';

/** Large type, wide targets, nothing that needs a script: for a telephone in an old hand. */
export const STYLE = `:root{color-scheme:light}
body{margin:0;font:1.25rem/1.7 system-ui,sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.4}
fieldset,.question{border:0;border-top:2px solid #767676;margin:2rem 0 0;padding:1rem 0 0;min-width:0}
legend,.text{font-weight:bold;padding:0}
legend{float:left;width:100%}legend+*{clear:both}
label.option{display:flex;gap:.75rem;align-items:center;min-height:3rem;padding:.25rem .5rem;margin:.25rem 0;
border:1px solid #767676;border-radius:.5rem}
input[type=radio],input[type=checkbox]{width:1.75rem;height:1.75rem;flex:none;margin:0}
.steps{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.5rem,1fr));gap:.5rem}
.steps label.option{margin:0;gap:.25rem;padding:.25rem}
label.none{display:none}
input.field,textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;
border:2px solid #767676;border-radius:.5rem}
button{font:inherit;font-weight:bold;width:100%;min-height:3.5rem;margin:2rem 0;color:#fff;background:#0b4f9e;border:0;
border-radius:.5rem}
:focus-visible{outline:4px solid #c25700;outline-offset:2px}
.intro,legend,.text,.help{white-space:pre-line}.help{color:#333}.required{color:#a30000;font-weight:bold}
.fault{color:#a30000;font-weight:bold}.faults{border:3px solid #a30000;padding:.5rem 1rem}
@media screen{fieldset:has(:checked)>label.none{display:flex}}
@media print{button{display:none}}`;

/**
 * Questions that are not to be answered do not stand in the way; where a browser cannot say so, and
 * on paper, they stay.
 */
export const hidingStyle = (questions: readonly Question[]): string => {
  const rules = questions
    .flatMap((_, index) =>
      conditionsOf(questions, index).map((places) => {
        const met = places.map(({ question, option }) => `#${idOf(question, option)}:checked`).join(',');
        const isMet = met === '' ? 'form' : `form:not(:has(${met}))`;
        return `${isMet} #${blockOf(index)}{display:none}`;
      }),
    )
    .join('\n');
  return rules === '' ? '' : `\n@media screen{${rules}}`;
};

/** The id of a question's block. */
export const blockOf = (index: number): string => `b${index}`;
/** The id of an option's input. */
export const idOf = (index: number, option: number): string => `q${index}-${option}`;
