-- Notices: begun here.

select 1;
