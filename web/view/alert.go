package view

// AlertForm is the page on which citizens ask for news by mail.
type AlertForm struct {
	Page   Page
	Head   PageHead
	Notice string
	Form   *FormPage // nil where no mail can be sent
	None   Link      // where else there is news
}

// AlertPage is what an address gets, for whoever was told its token.
type AlertPage struct {
	Page   Page
	Head   PageHead
	Notice string
	Topics []AlertTopic
	EndAll *PostLink // nil where all has ended
}

// AlertTopic is one thing that an address is told of.
type AlertTopic struct {
	Name    string
	State   TagValue
	Actions []PostLink
}
