-- How cases are found by their words.

-- The words of each case, folded: without case and diacritics.
create table case_word (
  word varchar(80) not null,
  reference varchar(13) not null references instrument (reference) on delete cascade,
  primary key (word, reference)
);
create index case_word_reference on case_word (reference);

-- By what a word is found that was not typed as it stands: its beginnings (B), and what is left of
-- it when one letter is dropped (D). A word may be here twice, when two cases brought it at once.
create table word_key (
  kind char(1) not null,
  text varchar(80) not null,
  word varchar(80) not null
);
create index word_key_text on word_key (text, kind, word);

-- By which version of folding the words were read, and how far the cases have been read by it: the
-- last reference read, or null when all are. Version 0: what was there before has yet to be read.
create table concordance (
  id int primary key,
  version int not null,
  upto varchar(13)
);
insert into concordance (id, version, upto) values (1, 0, '');

alter table instrument drop column search_text;

-- Which waivers wait for a second manager.
create index decision_body on decision (body, kind, confirmed_at);
