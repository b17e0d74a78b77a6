/** The names of dimensions and their codes, which the build puts into the page as data and tests read as they are. */
import { dimensions } from '@rapporteur/domain';

const names = Object.fromEntries(
  dimensions.map(({ code, names: own, codes }) => [
    code,
    { names: own, codes: Object.fromEntries(codes.map((one) => [one.code, one.names])) },
  ]),
);

export default names;
