// Configuration and records write paths with forward slashes everywhere.
import * as path from 'node:path';

export const slashes = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));
