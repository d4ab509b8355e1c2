/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }],
		// n8n's HubSpot node requires this ES module, as Node can and Jest cannot.
		'/change-case/.+\\.js$': ['ts-jest', { tsconfig: { allowJs: true, module: 'commonjs' } }],
	},
	transformIgnorePatterns: ['/node_modules/(?!change-case/)'],
	setupFiles: ['<rootDir>/test/n8n-user-folder.ts', '<rootDir>/test/property-seed.ts'],
	testTimeout: 30_000,
};
