/** Kinds of instansi. */
export const agencyKinds = ['ministry', 'province', 'regency', 'city', 'other'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** Kinds of node in the tree of an agency, from the agency itself down to the kelurahan. */
export const unitKinds = [
  'INSTANSI', 'SETDA', 'SETWAN', 'INSPEKTORAT', 'DINAS', 'BADAN', 'SATPOL_PP', 'RSUD', 'KECAMATAN', 'KELURAHAN', 'BAGIAN', 'BIDANG', 'SUBBAGIAN', 'SEKSI', 'UPTD',
] as const;
export type UnitKind = (typeof unitKinds)[number];
