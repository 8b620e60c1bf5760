// `npm run sbom`: what is inside the package, for a security desk's scanner: CycloneDX 1.5, as npm tells it, of the packages that are
// bundled into dist/ and no others. What only builds and tests does not ship.
//
// node scripts/sbom.mjs [FILE]
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runAndKeepQuiet, say } from './steps.mjs';

ensureInstalled();
const { bundled } = await import('./generate/third-party.mjs');
const told = JSON.parse(runAndKeepQuiet('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']));
const { name, version } = told.metadata.component['bom-ref'].match(/^(?<name>.+)@(?<version>[^@]+)$/).groups;
const shipped = new Set((await bundled()).map((one) => `${one.name}@${one.version}`));
const own = told.metadata.component['bom-ref'];
const components = told.components.filter((one) => shipped.has(one['bom-ref'])).map(asShipped);
const missing = [...shipped].filter((ref) => !components.some((one) => one['bom-ref'] === ref));
if (missing.length) {
  console.error(`npm does not know of ${missing.join(', ')}, which dist/ holds. Run npm ci, and again.`);
  process.exit(1);
}
/** Seconds; a release names the time of its commit, so that the same commit makes the same file. */
const { SOURCE_DATE_EPOCH: epoch } = process.env;
const bom = {
  ...told,
  ...(epoch && { serialNumber: `urn:uuid:${uuidOf([own, ...shipped].sort().join(' '))}` }),
  // npm calls the project by its folder
  metadata: {
    ...told.metadata,
    ...(epoch && { timestamp: new Date(Number(epoch) * 1000).toISOString() }),
    component: { ...told.metadata.component, name },
  },
  components,
  dependencies: told.dependencies
    .filter(({ ref }) => ref === own || shipped.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) })),
};
const out = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.cdx.json`));
writeFileSync(out, `${JSON.stringify(bom, null, 2)}\n`);
say(`${out}: ${components.length} packages.`);

/** A UUID that says nothing but what it was made of (RFC 9562, version 8). */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** npm calls development what the bundle is made from. */
function asShipped({ properties = [], ...one }) {
  return { ...one, properties: properties.filter((property) => property.name !== 'cdx:npm:package:development') };
}
