/** What one visit of a care plan is, as an office asks for it. */
export interface PlannedCare {
  readonly service: 'PHYSICAL_CARE' | 'DAILY_LIVING' | 'PHYSICAL_THEN_DAILY_LIVING';
  readonly minutes: number;
  readonly physicalMinutes?: number;
  /** Codes of the catalogue, such as the service may hold. */
  readonly tasks: readonly string[];
  /** What records say of it, in turn. */
  readonly conditions: readonly string[];
  readonly notes: string;
}
/** Two visits a week, on two days one after the other. */
export interface CarePlan {
  /** Of the first: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly visits: readonly { readonly care: PlannedCare; readonly clock: string }[];
}

const bath: PlannedCare = {
  service: 'PHYSICAL_CARE',
  minutes: 75,
  tasks: ['BATHING', 'DRESSING'],
  conditions: ['血圧128/76、体温36.4度。入浴後のふらつきなし。', '血圧122/70、体温36.2度。気持ちよかったとのこと。'],
  notes: '背中に乾燥あり。保湿剤を塗布しました。',
};
const excretion: PlannedCare = {
  service: 'PHYSICAL_CARE',
  minutes: 45,
  tasks: ['EXCRETION', 'BODY_CLEANING', 'POSITION_CHANGE'],
  conditions: ['排尿あり。皮膚の赤みはありません。', '排便あり。仙骨部に軽い赤みがあります。'],
  notes: 'おむつの残りが少ないため、ご家族に伝えました。',
};
const meal: PlannedCare = {
  service: 'PHYSICAL_CARE',
  minutes: 45,
  tasks: ['MEAL_ASSISTANCE', 'MEDICATION'],
  conditions: ['全量召し上がりました。むせこみなし。', '主食を半分残されました。水分は200ml。'],
  notes: '昼食後の薬を確認しました。',
};
const goingToBed: PlannedCare = {
  service: 'PHYSICAL_CARE',
  minutes: 45,
  tasks: ['WAKING_SLEEPING', 'EXCRETION'],
  conditions: ['落ち着いて休まれました。', '少し足がむくんでいます。クッションで高くしました。'],
  notes: '室温を24度に調整しました。',
};
/** 身体1生活1: 25 minutes of 身体介護, then 20 of 生活援助. */
const morning: PlannedCare = {
  service: 'PHYSICAL_THEN_DAILY_LIVING',
  minutes: 45,
  physicalMinutes: 25,
  tasks: ['WAKING_SLEEPING', 'GROOMING', 'COOKING'],
  conditions: ['起床時の血圧134/80。食欲あり。', '起床時の血圧140/84。眠りが浅かったとのこと。'],
  notes: '朝食はおかゆと煮物。',
};
const housework: PlannedCare = {
  service: 'DAILY_LIVING',
  minutes: 45,
  tasks: ['CLEANING', 'LAUNDRY'],
  conditions: ['変わりなくお過ごしです。', '腰の痛みが少しあるとのことです。'],
  notes: '居室とトイレを掃除しました。',
};
const shopping: PlannedCare = {
  service: 'DAILY_LIVING',
  minutes: 60,
  tasks: ['SHOPPING', 'COOKING'],
  conditions: ['変わりなくお過ごしです。会話がはずみました。', '変わりなし。来週は通院があるとのことです。'],
  notes: '買い物のレシートとおつりをお渡ししました。',
};

const planOf =
  (first: PlannedCare, second: PlannedCare) =>
  (weekday: number, firstClock: string, secondClock: string): CarePlan => ({
    weekday,
    visits: [
      { care: first, clock: firstClock },
      { care: second, clock: secondClock },
    ],
  });

export const carePlans = {
  bathAndHousework: planOf(bath, housework),
  houseworkAndShopping: planOf(housework, shopping),
  mealsAndBath: planOf(meal, bath),
  morningAndShopping: planOf(morning, shopping),
  eveningAndMeals: planOf(goingToBed, meal),
  turnedAtNight: planOf(excretion, goingToBed),
};

/** Suits any hour of the day: a demo may be started at night. */
export const careAtAnyHour = excretion;
