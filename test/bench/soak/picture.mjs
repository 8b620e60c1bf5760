// The curve of a soak as a picture: memory above, time to an answer below, a point a minute.

const WIDTH = 760;
const LEFT = 76;
const RIGHT = 24;
const HEIGHT = 150;

/** @param minutes what {@link ../soak.mjs} has measured, in order. @param caption one line */
export function picture(minutes, caption) {
  const memory = panel(minutes, 60, 'memory in use, MB', [['used', '#1f6feb', 'after dead objects are taken out']]);
  const times = panel(minutes, 280, 'keystroke to answer, ms', [
    ['p50', '#1f6feb', 'one in two is faster'],
    ['p99', '#b3261e', '99 in 100 are faster'],
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 490" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${caption}">
  <rect width="${WIDTH}" height="490" fill="#ffffff"/>
  <text x="24" y="30" font-size="15" fill="#1b1f24">${caption}</text>
${memory}
${times}
  <text x="${WIDTH - RIGHT}" y="484" text-anchor="end" fill="#57606a">minutes</text>
</svg>
`;
}

function panel(minutes, top, title, lines) {
  const most = nice(Math.max(...minutes.flatMap((minute) => lines.map(([key]) => minute[key]))) * 1.1);
  const x = (minute) => LEFT + (minute / minutes.at(-1).minute) * (WIDTH - LEFT - RIGHT);
  const y = (value) => top + 20 + HEIGHT - (value / most) * HEIGHT;
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(share * most).toFixed(1);
    return `  <line x1="${LEFT}" y1="${at}" x2="${WIDTH - RIGHT}" y2="${at}" stroke="#d0d7de"/><text x="${LEFT - 8}" y="${Number(at) + 4}" text-anchor="end" fill="#57606a">${share * most}</text>`;
  });
  const last = minutes.at(-1).minute;
  const every = nice(last / 6);
  const ticks = Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every).map(
    (minute) =>
      `  <text x="${x(minute).toFixed(1)}" y="${top + HEIGHT + 36}" text-anchor="middle" fill="#57606a">${minute}</text>`,
  );
  const drawn = lines.map(([key, colour, words], i) => {
    const points = minutes.map((minute) => `${x(minute.minute).toFixed(1)},${y(minute[key]).toFixed(1)}`).join(' ');
    return `  <polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>
  <text x="${LEFT + 250 + i * 190}" y="${top + 8}" fill="${colour}">${words}</text>`;
  });
  return [`  <text x="24" y="${top + 8}" fill="#1b1f24">${title}</text>`, ...grid, ...ticks, ...drawn].join('\n');
}

/** The next number that reads well on a scale. */
function nice(value) {
  const step = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((times) => times * step).find((one) => one >= value);
}
