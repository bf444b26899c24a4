import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './Sparkline.module.css';

export interface SparklineProps {
  /** Unix seconds, one a minute. */
  readonly seconds: readonly number[];
  /** Null is a gap. */
  readonly online: readonly (number | null)[];
}

const LINE_PX = 2;

/** A line without axes. It is drawn anew when it changes, and moves by nothing else. */
export function Sparkline({ seconds, online }: SparklineProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const draw = (): uPlot => drawn(element, [[...seconds], [...online]]);
    let chart = draw();
    // Its colours are the theme's, which a canvas has to be told.
    const theme = new MutationObserver(() => {
      chart.destroy();
      chart = draw();
    });
    theme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      theme.disconnect();
      chart.destroy();
    };
  }, [seconds, online]);
  return <div ref={place} className={styles.place} dir="ltr" />;
}

function drawn(element: HTMLElement, data: uPlot.AlignedData): uPlot {
  const colours = getComputedStyle(element);
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [LINE_PX, 0, LINE_PX, 0],
      cursor: { show: false },
      legend: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: { y: { range: (_chart, _min, max) => [0, Math.max(1, max)] } },
      series: [
        {},
        {
          stroke: colours.getPropertyValue('--online'),
          fill: colours.getPropertyValue('--online-soft'),
          width: LINE_PX,
          points: { show: false },
        },
      ],
    },
    data,
    element,
  );
}
