/** Where in a conversation the walk is. */
export interface Place {
	/** Words so far; what is hidden in one piece counts as one, as its replacement will. */
	word: number;
	/** Changes of speaker so far. */
	turn: number;
	speaker: number;
}
