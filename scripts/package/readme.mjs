// The README as an extension's page shows it: without how to build the project, and with no link or word that leads nowhere.
//
// Such a page follows web addresses only. Once package.json names a repository, links and pictures lead there. Until then pictures
// are left out, the first of them drawn (figure.mjs), and what would only point to a page of the project goes.

/**
 * @param draws the picture of the sample story, in words.
 * @param address of the project on the web, as `repository` in package.json has it; nothing where it has none.
 */
export function standalone(markdown, draws, address) {
  // who reads it has the extension already
  const page = markdown.replace(/^## Try it\n[\s\S]*?(?=^## )/m, '');
  if (address) return reachable(page, address);
  const drawn = page
    .replace(/^## More\n[\s\S]*$/m, elsewhere)
    .replace(/!\[[^\]]*\]\(media\/screenshots\/story-light\.png\)/, draws)
    .replace(/!\[[^\]]*\]\((?:media|docs)\/[^)\s]+\)\n*/g, '')
    .replace(new RegExp(String.raw`^[^\n\[]{0,60}${link}\.?\n\n`, 'gm'), '');
  return reachable(drawn);
}

/** A page that is read away from the project: its links lead there by the web, or are words where the project has no address. */
export function reachable(page, address) {
  if (address) return absolute(page, webAddress(address));
  return page.replace(new RegExp(String.raw` \(${link}\)`, 'g'), '').replace(new RegExp(link, 'g'), '$1');
}

/** To a file of the project. */
const link = String.raw`(?<!!)\[([^\]]+)\]\((?!https:|#)[^)\s]+\)`;

const elsewhere = 'Pages below `docs/` that are named here come with the project. MIT licence.\n';

/** "git+https://host/owner/name.git", "https://host/owner/name" */
const webAddress = (address) => address.replace(/^git\+/, '').replace(/\.git$/, '');

const absolute = (page, address) =>
  page
    .replace(/(!\[[^\]]*\])\((?!https:|#)([^)\s]+)\)/g, `$1(${address}/raw/HEAD/$2)`)
    .replace(/((?<!!)\[[^\]]+\])\((?!https:|#)([^)\s]+)\)/g, `$1(${address}/blob/HEAD/$2)`);
