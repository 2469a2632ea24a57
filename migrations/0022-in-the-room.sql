-- Reading in the room: begun here.

select 1;
