import { type Drawing, drawChart, FONT_FAMILY } from '../../documents/drawing/draw-chart.ts';
import type { LearningMap } from './learning-map.ts';
import { mapOption, WIDTH } from './map-option.ts';

/** Draws a learning map; the same map gives the same bytes. */
export function drawLearningMap(map: LearningMap): Promise<Drawing> {
  return drawChart({ ...mapOption(map, FONT_FAMILY), width: WIDTH });
}
