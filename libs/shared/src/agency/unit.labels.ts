import type { Wording } from '../platform/locale.types.js';
import type { AgencyKind, UnitKind } from './unit.types.js';

export const agencyKindLabels: Readonly<Record<AgencyKind, Wording>> = {
  ministry: { id: 'Kementerian/lembaga', en: 'Ministry or national agency' },
  province: { id: 'Pemerintah provinsi', en: 'Provincial government' },
  regency: { id: 'Pemerintah kabupaten', en: 'Regency government' },
  city: { id: 'Pemerintah kota', en: 'City government' },
  other: { id: 'Instansi lain', en: 'Other agency' },
};

export const unitKindLabels: Readonly<Record<UnitKind, Wording>> = {
  INSTANSI: { id: 'Instansi', en: 'Agency' },
  SETDA: { id: 'Sekretariat Daerah', en: 'Regional secretariat' },
  SETWAN: { id: 'Sekretariat DPRD', en: 'Secretariat of the regional council' },
  INSPEKTORAT: { id: 'Inspektorat', en: 'Inspectorate' },
  DINAS: { id: 'Dinas', en: 'Regional office (Dinas)' },
  BADAN: { id: 'Badan', en: 'Regional board (Badan)' },
  SATPOL_PP: { id: 'Satuan Polisi Pamong Praja', en: 'Civil service police' },
  RSUD: { id: 'Rumah Sakit Umum Daerah', en: 'Regional hospital' },
  KECAMATAN: { id: 'Kecamatan', en: 'District (Kecamatan)' },
  KELURAHAN: { id: 'Kelurahan', en: 'Ward (Kelurahan)' },
  BAGIAN: { id: 'Bagian', en: 'Division (Bagian)' },
  BIDANG: { id: 'Bidang', en: 'Division (Bidang)' },
  SUBBAGIAN: { id: 'Subbagian', en: 'Subdivision' },
  SEKSI: { id: 'Seksi', en: 'Section' },
  UPTD: { id: 'Unit Pelaksana Teknis Daerah', en: 'Technical implementation unit' },
};
