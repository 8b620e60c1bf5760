// What `npm audit --json` has said: whether the registry knows weaknesses of the packages, what ships and what it is made with.

/** @param written all that npm wrote. A registry may not answer such questions: then nothing is known. */
export function auditOf(written) {
  try {
    const { vulnerabilities } = JSON.parse(written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1)).metadata;
    return { asked: true, weak: vulnerabilities.total > 0 };
  } catch {
    return { asked: false, weak: false };
  }
}
