/** Kinds of employment. Non-ASN people take part without a nip. */
export const employmentKinds = ['PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

/** Kinds of jabatan by UU 20/2023: five managerial, two not; and people outside the service. */
export const positionKinds = ['JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA', 'NON_ASN'] as const;
export type PositionKind = (typeof positionKinds)[number];

/** The echelon, or what stands for it where there is none: what coverage is counted by. */
export const echelonBands = ['I', 'II', 'III', 'IV', 'V', 'JF', 'PELAKSANA', 'NON_ASN'] as const;
export type EchelonBand = (typeof echelonBands)[number];

/** Whether the person is at work; kedudukan hukum in short. */
export const dutyStatuses = ['active', 'leave', 'study', 'suspended', 'retired', 'ended'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

/** L is laki-laki, P is perempuan, as on Indonesian forms. */
export const genders = ['L', 'P'] as const;
export type Gender = (typeof genders)[number];
