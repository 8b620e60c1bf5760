// package.json as the editor and its marketplace read it. What lies in the package is what ships: nothing there is left to choose, to build,
// to install, to test or to import, so a field that is for none of the two stays with the project, one that is added tomorrow too.

/** Fields that VS Code and vsce document: https://code.visualstudio.com/api/references/extension-manifest. */
const read = new Set([
  ...['name', 'displayName', 'description', 'version', 'publisher', 'author', 'license', 'pricing', 'preview'],
  ...['icon', 'galleryBanner', 'categories', 'keywords', 'badges', 'sponsor', 'qna', 'markdown'],
  ...['repository', 'bugs', 'homepage'],
  ...['engines', 'main', 'browser', 'type', 'l10n', 'activationEvents', 'capabilities', 'contributes', 'api'],
  ...['extensionKind', 'extensionPack', 'extensionDependencies', 'enabledApiProposals'],
]);

/** Of an engine the editor alone is asked for: no other starts what is installed there. */
export function installed(manifest) {
  const kept = Object.fromEntries(Object.entries(manifest).filter(([field]) => read.has(field)));
  return { ...kept, engines: { vscode: manifest.engines.vscode } };
}
