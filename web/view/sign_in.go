package view

import "kotakembar/internal/form"

// SignInForm is the form before sign-in. What is wrong stands at the password alone, so that it never says whether the account
// exists.
type SignInForm struct {
	Action    string
	Next      string // where to go afterwards, may be empty
	Email     string // as typed
	Password  *form.Field
	Notice    string          // what has just happened, may be empty
	Trouble   string          // why the single sign-on let nobody in, may be empty
	Passkey   PasskeyQuestion // without an action where passkeys do not work, or there is none
	Elsewhere Link            // to the single sign-on of the city; empty where there is none
}
