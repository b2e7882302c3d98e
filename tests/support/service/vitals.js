/**
 * Tells whoever started this process how it is. Plain JavaScript that `--import` loads, so that the
 * service runs as it ships.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks at the clock; what passes beyond them is delay. */
const RESOLUTION = 5;

const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
loop.enable();

process.on('message', ({ collects }) => {
  const delay = { p50: delayAt(50), p99: delayAt(99), max: milliseconds(loop.max) };
  if (collects) globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const listeners = process.eventNames().flatMap((name) => process.listeners(name)).length;
  loop.reset();
  process.send({ heapUsed, rss, resources, listeners, delay });
});
// The service ends when its own work does.
process.channel.unref();

function delayAt(percentile) {
  return milliseconds(loop.percentile(percentile));
}

function milliseconds(nanoseconds) {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION);
}
