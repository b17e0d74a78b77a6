/** Paths on the command line. */
import { resolve } from 'node:path';

/**
 * A path as the user means it, from the folder in which the command was given: npm itself runs in the project's
 * folder.
 */
export const toPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
