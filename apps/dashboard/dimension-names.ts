/**
 * The names of dimensions and their codes. The build puts them into the page as data; tests import this file
 * itself.
 */
import { dimensions } from '@rapporteur/domain';

const names = Object.fromEntries(
  dimensions.map(({ code, names: own, codes }) => [
    code,
    { names: own, codes: Object.fromEntries(codes.map((one) => [one.code, one.names])) },
  ]),
);

export default names;
