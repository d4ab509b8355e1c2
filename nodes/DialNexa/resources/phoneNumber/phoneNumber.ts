import { z } from 'zod';
import { text } from '../../simplified';

/** What matters of a phone number of the workspace. */
export const phoneNumberSchema = z
	.object({
		id: z.string().min(1),
		phone_number: text,
		nickname: text,
		status: text,
		country_code: text,
		provider: text,
	})
	.transform((number) => ({
		phoneNumberId: number.id,
		phoneNumber: number.phone_number,
		name: number.nickname,
		status: number.status,
		country: number.country_code,
		provider: number.provider,
	}));
