import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html, html } from '../html.ts';
import { figure } from './page.ts';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

/** Of figures side by side; null leaves a gap. */
export interface Chart {
  /** What it shows, read out in its place. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** A line; bars unless said. */
    readonly isLine?: boolean;
  }[];
  /** Bars on one another. */
  readonly isStacked?: boolean;
  /** Lying: for categories of many words. */
  readonly isLying?: boolean;
  /** What the values are. */
  readonly unit: string;
  /** How a value is written beside its bar; as it is unless given. */
  readonly words?: (value: number) => string;
  /** The smallest and the largest value that there can be; from 0 on unless given. */
  readonly span?: readonly [least: number, most?: number];
}

const WIDTH = 720;
const HEIGHT = 340;
/** Between the margins of upright charts. */
const PLOT_WIDTH = WIDTH - 64 - 48;
/** Of lying bars: of one, and between two categories. */
const BAR = 16;
const GAP = 26;
const LABEL_WIDTH = 250;
const LINE_HEIGHT = 17;
/** Of lying bars, with what stands above and below: such a chart fits on a page of paper. */
const MOST_HEIGHT = 900;
const BESIDE_BARS = 120;
/**
 * Told apart whatever colours an eye sees (Okabe, Ito); by their patterns in black and white too.
 */
const COLOURS = ['#0072b2', '#e69f00', '#009e73'];
const INK = '#222222';
const TEXT = { color: INK, fontSize: 13, fontFamily: 'system-ui, sans-serif' };

/**
 * A name in lines of much the same length, none of which begins with a mark; cut where it needs
 * more lines than there is room for (the table has it whole).
 */
const inLines = (name: string, room: number): string => {
  const characters = [...name];
  const most = room * Math.floor(LABEL_WIDTH / TEXT.fontSize);
  const shown = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : name;
  const length = Math.min(characters.length, most);
  const lines = Math.ceil((length * TEXT.fontSize) / LABEL_WIDTH);
  const each = Math.ceil(length / Math.max(lines, 1));
  return (shown.match(new RegExp(`.{1,${Math.max(each, 1)}}[、。）]*`, 'gu')) ?? []).join('\n');
};
/** What lying bars of one category take. */
const rowHeight = ({ series }: Pick<Chart, 'series'>): number => series.length * BAR + GAP;

type Option = ComposeOption<BarSeriesOption | LineSeriesOption>;

const optionOf = (chart: Chart): Option => {
  const { categories, series, isStacked, isLying, unit, words = String, span = [0] } = chart;
  const room = Math.floor(rowHeight(chart) / LINE_HEIGHT);
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisLabel: {
      ...TEXT,
      // Each, in several lines where it must.
      interval: 0,
      lineHeight: LINE_HEIGHT,
      ...(isLying
        ? { formatter: (name: string) => inLines(name, room) }
        : { overflow: 'break' as const, width: Math.floor(PLOT_WIDTH / Math.max(categories.length, 1)) - 8 }),
    },
    axisTick: { show: false },
    inverse: isLying === true,
  };
  const values = {
    type: 'value' as const,
    name: unit,
    nameTextStyle: TEXT,
    ...(isLying ? { nameLocation: 'middle' as const, nameGap: 32 } : {}),
    axisLabel: TEXT,
    min: span[0],
    ...(span[1] === undefined ? {} : { max: span[1] }),
  };
  return {
    animation: false,
    color: COLOURS,
    textStyle: TEXT,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    legend: { show: series.length > 1, top: 0, textStyle: TEXT, itemWidth: 28, itemHeight: 16 },
    grid: {
      left: isLying ? LABEL_WIDTH + 20 : 64,
      right: 48,
      top: series.length > 1 ? 64 : 40,
      bottom: 56,
    },
    xAxis: isLying ? values : names,
    yAxis: isLying ? names : values,
    series: series.map(({ name, values: data, isLine }) => ({
      type: isLine ? ('line' as const) : ('bar' as const),
      name,
      data: data.map((value) => value ?? '-'),
      ...(isStacked ? { stack: 'one' } : {}),
      ...(isLine ? { symbolSize: 9, lineStyle: { width: 3 } } : { barMaxWidth: 48, barMinWidth: 6 }),
      label: {
        show: true,
        ...TEXT,
        // Of nothing on nothing both would stand in one place.
        formatter: ({ value }) => (typeof value === 'number' && !(isStacked && value === 0) ? words(value) : ''),
        position: isStacked ? ('inside' as const) : isLying ? ('right' as const) : ('top' as const),
        // On a pattern: a white edge keeps it readable.
        textBorderColor: '#ffffff',
        textBorderWidth: 3,
      },
    })),
  };
};

const heightOf = (chart: Chart): number =>
  chart.isLying ? BESIDE_BARS + chart.categories.length * rowHeight(chart) : HEIGHT;

/** A round value at which an axis may end that holds all these. */
const roundEnd = (values: readonly number[]): number => {
  const most = Math.max(...values, 1);
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  return Math.ceil(most / step) * step;
};

/** Lying bars in as many charts as fit on a page each, all on one scale. */
const partsOf = (chart: Chart): readonly Chart[] => {
  const most = Math.floor((MOST_HEIGHT - BESIDE_BARS) / rowHeight(chart));
  const parts = Math.ceil(chart.categories.length / most);
  if (!chart.isLying || parts < 2) return [chart];
  const each = Math.ceil(chart.categories.length / parts);
  const span = chart.span ?? [0, roundEnd(chart.series.flatMap(({ values }) => values.map((value) => value ?? 0)))];
  return Array.from({ length: parts }, (_, n) => {
    const own = <Value>(values: readonly Value[]): readonly Value[] => values.slice(n * each, (n + 1) * each);
    return {
      ...chart,
      title: `${chart.title}（${n + 1}／${parts}）`,
      span,
      categories: own(chart.categories),
      series: chart.series.map((one) => ({ ...one, values: own(one.values) })),
    };
  });
};

/** Draws charts of one document: each has ids of its own in it, the same in every making. */
export class Charts {
  #drawn = 0;

  /** A chart with its title, in several where it is long; none where there is nothing to draw. */
  figures(chart: Chart): readonly Html[] {
    const isEmpty = chart.series.every(({ values }) => values.every((value) => !value));
    return isEmpty ? [] : partsOf(chart).map((part) => figure(part.title, this.#svg(part)));
  }

  /** As SVG, which runs nothing and asks no host. */
  #svg(chart: Chart): Html {
    const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(chart) });
    drawing.setOption(optionOf(chart));
    const svg = drawing.renderToSVGString();
    drawing.dispose();
    this.#drawn += 1;
    const own = svg
      .replace(/^<svg width="\d+" height="\d+"/, '')
      // What a pointer would do to it.
      .replace(/<style[\s\S]*<\/style>/, '')
      .replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
      .replaceAll(/\bzr\d+-/g, `chart${this.#drawn}-`);
    return html`<svg role="img" aria-label="${chart.title}"${new Html(own)}`;
  }
}
