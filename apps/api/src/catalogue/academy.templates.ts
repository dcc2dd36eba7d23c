/** Families of programmes that every installation knows. */
export const academies: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'DLA', name: 'Digital Leadership Academy' },
  { code: 'GTA', name: 'Government Transformation Academy' },
  { code: 'DTS', name: 'Digital Talent Scholarship' },
  { code: 'DEA', name: 'Digital Entrepreneurship Academy' },
  { code: 'GCIO', name: 'Government Chief Information Officer' },
  { code: 'VSGA', name: 'Vocational School Graduate Academy' },
  { code: 'FGA', name: 'Fresh Graduate Academy' },
  { code: 'PROA', name: 'Professional Academy' },
  { code: 'TA', name: 'Thematic Academy' },
  { code: 'TSA', name: 'Talent Scouting Academy' },
];
