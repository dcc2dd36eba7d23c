module.exports = {
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // Modules that ship only as ES modules.
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|@jsverse/|qr/)'],
  // Shared code is read from its sources, so a web test never runs against a stale build.
  moduleNameMapper: {
    '^@jenjang/shared$': '<rootDir>/../../libs/shared/src/index.ts',
    '^@jenjang/shared/(.*)$': '<rootDir>/../../libs/shared/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
