import type { ServiceKind } from '../vocabulary.ts';

/** サービス内容, according to 老計第10号. */
export interface CareTask {
  readonly code: string;
  readonly label: string;
  readonly service: ServiceKind;
}

const physical = (code: string, label: string): CareTask => ({ code, label, service: 'PHYSICAL_CARE' });
const daily = (code: string, label: string): CareTask => ({ code, label, service: 'DAILY_LIVING' });

/** The catalogue: no task has another code (rule 41). */
export const careTasks: readonly CareTask[] = [
  physical('EXCRETION', '排泄介助'),
  physical('MEAL_ASSISTANCE', '食事介助'),
  physical('SPECIAL_DIET', '特段の専門的配慮をもって行う調理'),
  physical('BODY_CLEANING', '清拭（全身清拭）'),
  physical('BATHING', '入浴介助'),
  physical('PARTIAL_BATHING', '部分浴'),
  physical('GROOMING', '洗面・身体整容'),
  physical('DRESSING', '更衣介助'),
  physical('POSITION_CHANGE', '体位変換'),
  physical('TRANSFER', '移乗・移動介助'),
  physical('OUTING', '通院・外出介助'),
  physical('WAKING_SLEEPING', '起床・就寝介助'),
  physical('MEDICATION', '服薬介助'),
  physical('SELF_RELIANCE', '自立生活支援のための見守り的援助'),
  daily('CLEANING', '掃除'),
  daily('LAUNDRY', '洗濯'),
  daily('BED_MAKING', 'ベッドメイク'),
  daily('CLOTHES', '衣類の整理・被服の補修'),
  daily('COOKING', '一般的な調理、配下膳'),
  daily('SHOPPING', '買い物・薬の受け取り'),
  { code: 'BOARDING', label: '乗車・降車の介助', service: 'BOARDING_ASSISTANCE' },
  { code: 'RECEPTION', label: '受診等の手続き・移動の介助', service: 'BOARDING_ASSISTANCE' },
];

const byCode = new Map(careTasks.map((task) => [task.code, task]));

/**
 * Whether the catalogue holds the code; what it does not hold is refused (TASK_UNKNOWN; rule 41).
 */
export const isCareTask = (code: string): boolean => byCode.has(code);

/** A task by its code; one that the catalogue held once has itself as label. */
export const careTaskOf = (code: string, service: ServiceKind): CareTask =>
  byCode.get(code) ?? { code, label: code, service };

/** Tasks that a service may hold: 身体介護に引き続き生活援助 those of both. */
export const careTasksOf = (service: ServiceKind | null): readonly CareTask[] =>
  careTasks.filter(
    (task) =>
      service === null ||
      task.service === service ||
      (service === 'PHYSICAL_THEN_DAILY_LIVING' &&
        (task.service === 'PHYSICAL_CARE' || task.service === 'DAILY_LIVING')),
  );
